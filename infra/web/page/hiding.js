// Results that somebody does not want to see: gone from the answers to the same question for this visit, with a way back.

import { element, icon, ICONS } from './element.js';
import { noteUnlessTakenBack } from './engagement.js';

const hidden = new Set();

/** Whether a result of a query was hidden. */
export function isHidden(query, imageId) {
  return hidden.has(nameOfPair(query, imageId));
}

function nameOfPair(query, imageId) {
  return `${query} ${imageId}`;
}

/**
 * The button that hides a result.
 *
 * @param name of the picture
 * @param origin of the result, see `engagement.js`
 * @param tile gives the element that shows it, in whose place the way back is
 */
export function hideButton(name, origin, tile) {
  return element('button', { type: 'button', class: 'icon-button hide', 'aria-label': `Hide ${name}`, title: 'Hide', onclick: () => hide(name, origin, tile()) }, icon(ICONS.hide));
}

function hide(name, origin, tile) {
  const pair = nameOfPair(origin.query, origin.imageId);
  const takeBack = noteUnlessTakenBack('hide', origin);
  const undo = element('button', { type: 'button', class: 'link', 'aria-label': `Undo: show ${name} again` }, 'Undo');
  const place = element('li', { class: 'tile hidden-tile' }, element('p', { class: 'small' }, 'Hidden. '), undo);
  place.style.setProperty('--ratio', tile.style.getPropertyValue('--ratio'));
  undo.addEventListener('click', () => {
    takeBack();
    hidden.delete(pair);
    place.replaceWith(tile);
    tile.querySelector('.hide').focus();
  });
  hidden.add(pair);
  tile.replaceWith(place);
  undo.focus();
}
