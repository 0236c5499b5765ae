// Elements of the page, made in one expression each.

/**
 * Makes an element. Attributes: `onclick` and the like are listeners, `true` is an attribute without value, `false` and null are none.
 * Children that are null or false are left out; text is text, never markup.
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

function setAttributes(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      target.addEventListener(name.slice(2), value);
    } else if (value === true) {
      target.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      target.setAttribute(name, value);
    }
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of a drawing; as `element`. */
export function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  setAttributes(made, attributes);
  made.append(...children.flat().filter(Boolean));
  return made;
}

/** A line drawing of 24 by 24 units, in the colour of the text around it. Decoration: it has no name. */
export function icon(path) {
  return shape('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, shape('path', { d: path }));
}

export const ICONS = {
  save: 'M7 3.5h10a1 1 0 0 1 1 1V20.5l-6-4.2-6 4.2V4.5a1 1 0 0 1 1-1z',
  why: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.2',
  close: 'M6 6l12 12M18 6L6 18',
  crop: 'M7 2v15h15M2 7h15v15',
  related: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  original: 'M9 4H4v5M15 4h5v5M20 15v5h-5M4 15v5h5',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  upload: 'M12 16V4M7 8.5L12 4l5 4.5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4',
  hide: 'M4 4l16 16M10 5.6a9 9 0 0 1 11 6.4 10 10 0 0 1-2.6 4M6.3 7.3A10 10 0 0 0 3 12a9.3 9.3 0 0 0 13.4 5.4M9.9 9.9a3 3 0 0 0 4.2 4.2',
  rename: 'M4 20l1-4L16 5l3 3L8 19l-4 1zM14 7l3 3',
  remove: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13',
  lens: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L21 21',
};
