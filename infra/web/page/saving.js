// The dialog that saves a picture to a board.

import { api } from './api.js';
import { element, icon, ICONS } from './element.js';
import { note } from './engagement.js';
import { rememberPin } from './freshPins.js';
import { attempt as attemptAndTell, say } from './notes.js';

/** Boards that fit into the dialog; further ones are found on their own page. */
const BOARDS = 100;

/** Asks for a board and saves the picture there. */
export function openSaving(picture, origin) {
  const list = element('ul', { class: 'board-list' }, element('li', { class: 'small' }, 'Loading boards …'));
  const problem = element('p', { class: 'problem', role: 'alert' });
  const name = element('input', { id: 'board-name', type: 'text', maxlength: 100, required: true, autocomplete: 'off' });
  const dialog = element(
    'dialog',
    { class: 'sheet', 'aria-labelledby': 'saving-title' },
    element('header', {}, element('h2', { id: 'saving-title' }, `Save ${picture.name}`), closing(() => dialog.close())),
    list,
    element(
      'form',
      { class: 'row', onsubmit: (event) => (event.preventDefault(), attempt(async () => save(await api.makeBoard(name.value.trim())))) },
      element('label', { for: 'board-name' }, 'New board'),
      name,
      element('button', { class: 'button' }, 'Make and save'),
    ),
    problem,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  attempt(async () => showBoards(await api.boards({ limit: BOARDS })));

  function showBoards({ boards }) {
    const items = boards.map((board) =>
      element('li', {}, element('button', { type: 'button', onclick: () => attempt(() => save(board)) }, board.name)),
    );
    list.replaceChildren(...(items.length > 0 ? items : [element('li', { class: 'small' }, 'There is no board yet.')]));
  }

  async function save(board) {
    rememberPin(await api.save(picture.id, board.id));
    note('save', origin);
    dialog.close();
    say(`Saved to ${board.name}.`, { label: 'Look at it', href: `/boards/${board.id}` });
  }

  async function attempt(work) {
    problem.textContent = '';
    await attemptAndTell(work, (why) => (problem.textContent = why));
  }
}

/** The button that closes a dialog. */
export function closing(close) {
  return element('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: close }, icon(ICONS.close));
}
