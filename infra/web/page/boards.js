// Boards: the pictures that were saved together.

import { api, thumbnailOf } from './api.js';
import { element, icon, ICONS } from './element.js';
import { forgetPin, withFreshPins } from './freshPins.js';
import { attempt } from './notes.js';
import { openRenaming } from './renaming.js';
import { go } from './route.js';
import { empty, failed, loading } from './states.js';
import { tile } from './tile.js';

const BOARDS = 100;
const PINS = 60;
/** Pictures on the cover of a board. */
const COVER = 4;

export async function boardsPage(main, { signal }) {
  document.title = 'Boards · Sightline';
  await shown(main, 'Boards', signal, async (place) => {
    const { boards } = await api.boards({ limit: BOARDS }, signal);
    place.replaceChildren(makeBoard(), boards.length > 0 ? boardGrid(boards, signal) : noBoards());
  });
}

function makeBoard() {
  const name = element('input', { id: 'new-board', type: 'text', maxlength: 100, required: true, autocomplete: 'off' });
  const make = (event) => {
    event.preventDefault();
    attempt(async () => go(`/boards/${(await api.makeBoard(name.value.trim())).id}`));
  };
  return element('form', { class: 'row', onsubmit: make }, element('label', { for: 'new-board' }, 'New board'), name, element('button', { class: 'button' }, 'Make it'));
}

function noBoards() {
  return empty('No boards yet', 'A board holds pictures that belong together. Save one to a board, and Sightline learns what goes with it.');
}

function boardGrid(boards, signal) {
  return element('ul', { class: 'board-grid' }, ...boards.map((board) => boardCard(board, signal)));
}

function boardCard(board, signal) {
  const cover = element('span', { class: 'cover' });
  fillCover(board, cover, signal);
  return element('li', {}, element('a', { href: `/boards/${board.id}`, class: 'board' }, cover, element('span', { class: 'board-name' }, board.name)));
}

async function fillCover(board, cover, signal) {
  try {
    const { pins } = await api.pinsOf(board.id, { limit: COVER }, signal);
    cover.append(...withFreshPins(board.id, pins).slice(0, COVER).map((pin) => element('img', { src: thumbnailOf(pin.imageId), alt: '', loading: 'lazy' })));
  } catch {
    // A board without a cover is still a board.
  }
}

export async function boardPage(main, { id, signal }) {
  document.title = 'Board · Sightline';
  await shown(main, 'Board', signal, async (place) => {
    const [board, page] = await Promise.all([api.board(id, signal), api.pinsOf(id, { limit: PINS }, signal)]);
    main.querySelector('h1').classList.remove('quiet');
    entitle(main, board);
    const actions = element('div', { class: 'buttons board-actions' }, renameButton(main, board), deleteButton(board));
    place.replaceChildren(board.description && element('p', {}, board.description), new Pins(id, page, signal).view, actions);
  });
}

function entitle(main, { name }) {
  document.title = `${name} · Sightline`;
  main.querySelector('h1').textContent = name;
}

class Pins {
  #grid = element('ul', { class: 'grid', 'aria-label': 'Saved pictures' });
  #more = element('div', { class: 'end' });
  view = element('div', {}, this.#grid, this.#more);
  #board;
  #signal;

  constructor(board, page, signal) {
    this.#board = board;
    this.#signal = signal;
    const pins = withFreshPins(board, page.pins);
    this.#show({ ...page, pins });
    if (pins.length === 0) {
      this.#more.replaceChildren(empty('Nothing saved here yet', 'Save pictures with the ribbon on them.', element('a', { class: 'button', href: '/' }, 'To the gallery')));
    }
  }

  #show({ pins, next }) {
    this.#grid.append(...pins.map((pin) => this.#tile(pin)));
    const more = async () => this.#show(await api.pinsOf(this.#board, { limit: PINS, cursor: next }, this.#signal));
    this.#more.replaceChildren(next ? element('button', { type: 'button', class: 'button', onclick: () => attempt(more) }, 'More') : '');
  }

  #tile(pin) {
    const name = pin.title || 'saved picture';
    const remove = element(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': `Take ${name} off this board`, onclick: () => attempt(async () => (await api.unsave(pin.id), forgetPin(pin.id), made.remove())) },
      icon(ICONS.remove),
    );
    const made = tile({ id: pin.imageId, name }, { more: [remove] });
    return made;
  }
}

function renameButton(main, board) {
  const renamed = ({ name }) => {
    board.name = name;
    entitle(main, board);
  };
  return element('button', { type: 'button', class: 'link', onclick: () => openRenaming(board, renamed) }, 'Rename this board');
}

function deleteButton(board) {
  const really = async () => {
    if (window.confirm(`Delete the board ${board.name} with all its pins? The pictures stay.`)) {
      await api.deleteBoard(board.id);
      go('/boards');
    }
  };
  return element('button', { type: 'button', class: 'link danger', onclick: () => attempt(really) }, 'Delete this board');
}

/** A page with a title whose content comes later, or fails. */
async function shown(main, title, signal, fill) {
  const place = element('div', {}, loading(6));
  main.replaceChildren(element('h1', { class: 'quiet' }, title), place);
  try {
    await fill(place);
  } catch (failure) {
    if (failure.name !== 'AbortError') {
      place.replaceChildren(failed(failure, () => shown(main, title, signal, fill)));
    }
  }
}
