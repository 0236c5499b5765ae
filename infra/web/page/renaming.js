// The dialog that gives a board another name.

import { api } from './api.js';
import { element } from './element.js';
import { attempt } from './notes.js';
import { closing } from './saving.js';

/** Asks for the name, and tells of the board as it is then. */
export function openRenaming(board, renamed) {
  const problem = element('p', { class: 'problem', role: 'alert' });
  const name = element('input', { id: 'other-name', type: 'text', maxlength: 100, required: true, autocomplete: 'off', value: board.name });
  const rename = (event) => {
    event.preventDefault();
    attempt(
      async () => {
        renamed(await api.changeBoard(board.id, { ...board, name: name.value.trim() }));
        dialog.close();
      },
      (why) => (problem.textContent = why),
    );
  };
  const dialog = element(
    'dialog',
    { class: 'sheet', 'aria-labelledby': 'renaming-title' },
    element('header', {}, element('h2', { id: 'renaming-title' }, `Rename ${board.name}`), closing(() => dialog.close())),
    element('form', { class: 'row', onsubmit: rename }, element('label', { for: 'other-name' }, 'Name'), name, element('button', { class: 'button' }, 'Rename')),
    problem,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  name.select();
}
