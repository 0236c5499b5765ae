// What stands where pictures would: nothing yet, nothing at all, a failure.

import { element } from './element.js';

/** Pale boxes in the place of pictures that are on their way. */
export function loading(count = 12) {
  const boxes = Array.from({ length: count }, () => element('span', { class: 'ghost' }));
  return element('div', { class: 'grid ghosts', role: 'status', 'aria-label': 'Loading' }, ...boxes);
}

/** Nothing to show, and what one can do about it. */
export function empty(title, text, ...actions) {
  return element('div', { class: 'notice' }, element('h2', {}, title), element('p', {}, text), ...actions);
}

/** A failure: what happened, and a way to try again if that may help. */
export function failed(problem, again) {
  const title = problem.status === 0 ? 'No answer' : problem.status === 404 ? 'Not found' : 'That did not work';
  return element(
    'div',
    { class: 'notice failed', role: 'alert' },
    element('h2', {}, title),
    element('p', {}, problem.message),
    problem.requestId && element('p', { class: 'small' }, `Request ${problem.requestId}`),
    again && element('button', { type: 'button', class: 'button', onclick: again }, 'Try again'),
  );
}
