// Short messages at the edge of the page, which pass.

import { Problem } from './api.js';
import { element } from './element.js';

const SHOWN_MS = 5000;

/** Does something, and tells why if it is refused. */
export async function attempt(work, tell = say) {
  try {
    await work();
  } catch (failure) {
    if (!(failure instanceof Problem)) {
      throw failure;
    }
    tell(failure.message);
  }
}

/** Says something, with a way to go on if there is one: {label, href}. */
export function say(text, link = null) {
  const note = element('p', { class: 'note' }, text, link && element('a', { href: link.href }, link.label));
  document.getElementById('notes').append(note);
  setTimeout(() => note.remove(), SHOWN_MS);
}
