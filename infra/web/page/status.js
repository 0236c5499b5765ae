// The bar that says how many pictures are searchable, what waits, and how fresh that is.

import { api } from './api.js';
import { element } from './element.js';

const IDLE_MS = 5000;
const BUSY_MS = 1500;

/** Keeps the bar up to date while the page is in view. */
export function watchStatus(bar) {
  let timer = null;

  async function look() {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') {
      return;
    }
    timer = setTimeout(look, await show(bar));
  }

  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  look();
}

/** Shows the state of now; returns in how many milliseconds to look again. */
async function show(bar) {
  try {
    const status = summary(await api.status());
    bar.className = `status ${status.waiting > 0 ? 'busy' : 'calm'}`;
    bar.replaceChildren(element('span', { class: 'dot-light', 'aria-hidden': 'true' }), element('span', {}, status.text, element('span', { class: 'more' }, status.more)), meter(status));
    bar.title = status.detail;
    return status.waiting > 0 ? BUSY_MS : IDLE_MS;
  } catch (problem) {
    bar.className = 'status away';
    bar.title = problem.message;
    bar.replaceChildren(
      element('span', { class: 'dot-light', 'aria-hidden': 'true' }),
      element('span', { role: 'alert' }, navigator.onLine ? 'Sightline does not answer' : 'You are offline'),
    );
    return BUSY_MS;
  }
}

function meter({ indexed, waiting }) {
  const label = `${indexed} of ${indexed + waiting} pictures are searchable`;
  return waiting > 0 ? element('progress', { max: indexed + waiting, value: indexed, 'aria-label': label }) : '';
}

/** What the bar says of an answer of `GET /v1/status`. */
export function summary(status) {
  const indexed = status.sources.indexed ?? 0;
  const waiting = status.sources.pending ?? 0;
  const oldest = status.oldestPendingSeconds;
  const newest = status.freshness?.newestIndexedAgeSeconds;
  const text = waiting > 0 ? `${waiting} waiting` : `${indexed} ${indexed === 1 ? 'picture' : 'pictures'}`;
  const told = waiting > 0 ? oldest !== undefined && `oldest ${age(oldest)}` : newest !== undefined && `newest ${age(newest)} old`;
  return { indexed, waiting, text, more: told ? `, ${told}` : '', detail: details(status) };
}

function details(status) {
  const states = Object.entries(status.sources).map(([state, count]) => `${count} ${state}`);
  const median = status.freshness?.medianSeconds;
  return [
    ...states,
    median !== undefined && `searchable ${age(median)} after the upload (median of the last ones)`,
    status.policy && `policy ${status.policy}`,
    status.modelSet && `model set ${status.modelSet}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** A time span in the largest unit that fits. */
export function age(seconds) {
  const units = [
    ['d', 86400],
    ['h', 3600],
    ['min', 60],
  ];
  const fitting = units.find(([, length]) => seconds >= length);
  return fitting ? `${Math.floor(seconds / fitting[1])} ${fitting[0]}` : `${Math.round(seconds)} s`;
}
