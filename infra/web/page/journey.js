// How a picture came here: the spans of its traces, one below the other as they began. The server of a laptop keeps the latest.

import { api } from './api.js';
import { element, shape } from './element.js';
import { empty, failed, loading } from './states.js';
import { shown } from './scale.js';

const DEEPEST = 6;

/** A part of the page that asks for the traces once it is opened. */
export function journey(imageId, signal) {
  const place = element('div', { 'aria-live': 'polite' });
  const details = element('details', { class: 'measured journey' }, element('summary', {}, 'How it came here'), place);
  details.addEventListener('toggle', () => details.open && fill(place, imageId, signal));
  return details;
}

async function fill(place, imageId, signal) {
  place.replaceChildren(loading(3));
  try {
    const told = await api.traces(imageId, signal);
    const traces = told?.traces ?? [];
    place.replaceChildren(...(traces.length > 0 ? traces.map(waterfall) : [empty('No trace is kept here', 'A laptop keeps the traces of the latest pictures; in AWS they are in X-Ray, where a collector is deployed.')]));
  } catch (problem) {
    if (!signal.aborted) {
      place.replaceChildren(failed(problem, () => fill(place, imageId, signal)));
    }
  }
}

function waterfall({ traceId, spans }) {
  const all = rows(spans);
  const whole = shown(Math.max(...all.map((row) => row.from + row.took)));
  return element('table', { class: 'waterfall' }, element('caption', {}, `Trace ${traceId}, ${whole} ms`), element('tbody', {}, ...all.map((row) => line(row, all))));
}

function line({ span, depth, from, took }, all) {
  const end = Math.max(...all.map((row) => row.from + row.took)) || 1;
  const percent = (time) => `${((time / end) * 100).toFixed(2)}%`;
  const picture = shape(
    'svg',
    { class: 'measure', 'aria-hidden': 'true', width: '100%', height: 14 },
    shape('rect', { class: span.failed ? 'danger' : kind(span.name), x: percent(from), width: percent(Math.max(took, end / 400)), height: 14, rx: 2 }),
  );
  const failure = span.failed ? `, failed: ${span.attributes['error.type'] ?? 'error'}` : '';
  return element(
    'tr',
    { title: Object.entries(span.attributes).map((pair) => pair.join(': ')).join('\n') },
    element('th', { scope: 'row', class: `depth-${depth}` }, span.name, element('span', { class: 'small' }, ` ${span.service.replace('sightline-', '')}${failure}`)),
    element('td', { class: 'measured-cell' }, picture),
    element('td', { class: 'amount' }, `${shown(Number(took.toFixed(1)))} ms`),
  );
}

function kind(name) {
  return name.startsWith('wait') ? 'waiting' : 'plain';
}

/** Spans in the order of a waterfall: each below its parent, by its start; `from` and `took` in ms since the first began. */
export function rows(spans) {
  const known = new Set(spans.map((span) => span.id));
  const begin = Math.min(...spans.map((span) => span.startMs));
  const byStart = [...spans].sort((one, other) => one.startMs - other.startMs);
  const below = (parent, depth) => byStart.filter((span) => (parent ? span.parentId === parent : !known.has(span.parentId))).flatMap((span) => [row(span, depth), ...below(span.id, depth + 1)]);
  const row = (span, depth) => ({ span, depth: Math.min(depth, DEEPEST), from: span.startMs - begin, took: span.tookMs });
  return below(null, 0);
}
