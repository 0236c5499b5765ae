// One picture in a grid: opens the picture, and is saved to a board.

import { originalOf, thumbnailOf } from './api.js';
import { element, icon, ICONS } from './element.js';
import { note } from './engagement.js';
import { go } from './route.js';
import { openSaving } from './saving.js';

/** Very long pictures are cut, so that rows stay rows. */
const NARROWEST = 0.55;
const WIDEST = 2.4;
/** Pictures whose longest side has fewer pixels are shown as they are: larger they would only be blurred. */
const SMALL_SIDE = 160;
const WIDEST_SMALL = 1.3;

/**
 * A tile. `picture`: {id, name, width, height}; width and height may be absent until the thumbnail tells them. `origin`: see
 * `engagement.js`; absent for pictures that are no results. `more`: further buttons.
 */
export function tile(picture, { origin = null, more = [] } = {}) {
  const image = element('img', { src: thumbnailOf(picture.id), alt: picture.name, loading: 'lazy', decoding: 'async' });
  const link = element('a', { href: `/image/${picture.id}`, class: 'picture', onclick: (event) => open(event, picture, origin) }, image);
  const save = element(
    'button',
    { type: 'button', class: 'icon-button save', 'aria-label': `Save ${picture.name}`, onclick: () => openSaving(picture, origin) },
    icon(ICONS.save),
  );
  const made = element('li', { class: 'tile' }, link, element('div', { class: 'actions' }, save, ...more));
  image.addEventListener('load', () => shape(made, image.naturalWidth, image.naturalHeight));
  image.addEventListener('error', () => showOtherwise(link, image, picture));
  shape(made, picture.width ?? 1, picture.height ?? 1);
  return made;
}

function shape(made, width, height) {
  const side = Math.max(width, height);
  const small = side > 1 && side < SMALL_SIDE;
  made.style.setProperty('--ratio', Math.min(small ? WIDEST_SMALL : WIDEST, Math.max(NARROWEST, width / height)));
  made.classList.toggle('small-picture', small);
}

/** Pictures that were indexed before there were thumbnails have none: the original is shown, and if the browser cannot do that, the name. */
function showOtherwise(link, image, picture) {
  const original = originalOf(picture.id);
  if (image.getAttribute('src') === original) {
    image.remove();
    link.append(element('span', { class: 'no-thumbnail' }, picture.name));
  } else {
    image.src = original;
  }
}

/** Follows a link inside the page without loading it anew, unless the user wants another tab. */
function open(event, picture, origin) {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  note('close-up', origin);
  go(`/image/${picture.id}`, origin);
}

/** The name of an image by its keys: the last part of the first one, without its ending. */
export function nameOf(keys) {
  return (keys?.[0] ?? 'picture').split('/').pop().replace(/\.[A-Za-z0-9]+$/, '').replace(/[-_]+/g, ' ');
}
