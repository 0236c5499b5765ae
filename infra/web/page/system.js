// How the system is doing: what is in it, what waits, what people do with results, and how good answers were when they were measured.

import { api } from './api.js';
import { bars, plane } from './chart.js';
import { element } from './element.js';
import { numbers } from './numbers.js';
import { empty, failed, loading } from './states.js';
import { age } from './status.js';

const STATE_MARKS = { indexed: 'good', rejected: 'danger', failed: 'danger' };

/** Kinds of the same size side by side: impressions would make all others invisible. */
const ACTS = ['close-up', 'click', 'long-click', 'save', 'hide', 'crop'];

export function systemPage(main, { signal }) {
  document.title = 'System · Sightline';
  const parts = [
    part('Pictures', async () => pictures(await api.status(signal)), signal),
    part('The last hour', async () => numbers(await api.metrics(signal)), signal),
    part('Engagement of the last 14 days', async () => engagement(await api.engagement(signal)), signal),
    part('Evaluation', async () => evaluation(await api.evaluation(signal)), signal),
  ];
  main.replaceChildren(element('h1', {}, 'System'), ...parts);
}

/** A part of the page that comes when it can, and fails alone. */
function part(title, make, signal) {
  const place = element('div', { 'aria-live': 'polite' });
  const fill = async () => {
    place.replaceChildren(loading(3));
    try {
      place.replaceChildren(...[await make()].flat());
    } catch (problem) {
      if (!signal.aborted) {
        place.replaceChildren(failed(problem, fill));
      }
    }
  };
  fill();
  return element('section', { class: 'part' }, element('h2', {}, title), place);
}

function pictures(status) {
  const states = Object.entries(status.sources).map(([name, value]) => ({ name, value, mark: STATE_MARKS[name] }));
  const reasons = Object.values(status.reasons).flatMap(Object.entries);
  return [
    element('p', { class: 'small' }, facts(status).join(' · ')),
    bars('Files of the bucket by state', states),
    reasons.length > 0 && bars('Why files are not searchable', reasons.map(([name, value]) => ({ name, value, mark: 'danger' }))),
    status.queues && queues(status.queues),
  ].filter(Boolean);
}

/** What the numbers of `GET /v1/status` say in words. */
export function facts({ images, objects, freshness, oldestPendingSeconds, policy, modelSet, version, commit }) {
  return [
    `${images} searchable pictures with ${objects} objects`,
    oldestPendingSeconds !== undefined && `the longest wait is ${age(oldestPendingSeconds)}`,
    freshness?.medianSeconds !== undefined && `searchable ${age(freshness.medianSeconds)} after the upload (median of the last ${freshness.images})`,
    `policy ${policy}`,
    modelSet && `models ${modelSet}`,
    version && `Sightline ${version} (${commit})`,
  ].filter(Boolean);
}

function queues(all) {
  const cell = (text) => element('td', { class: 'amount' }, String(text));
  const row = (queue) => element('tr', {}, element('th', { scope: 'row' }, queue.name), cell(queue.waiting), cell(queue.inFlight), cell(queue.deadLetters));
  const head = ['Queue', 'waiting', 'at work', 'dead letters'].map((name) => element('th', { scope: 'col' }, name));
  return element('table', { class: 'numbers' }, element('caption', {}, 'Messages in queues'), element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...all.map(row)));
}

function engagement({ days }) {
  const total = (kind) => days.reduce((sum, day) => sum + day.counts[kind], 0);
  if (['impression', ...ACTS].every((kind) => total(kind) === 0)) {
    return empty('Nobody did anything yet', 'What is seen, opened, saved, hidden and cropped on this page is counted here within some minutes.');
  }
  return [
    element('p', { class: 'small' }, rates(days).join(' · ')),
    bars('What people did', ACTS.map((kind) => ({ name: kind, value: total(kind) }))),
    plane(byDay('Impressions a day', days, ['impression'])),
    plane(byDay('What people did, by day', days, ACTS)),
  ];
}

/** Shares of impressions that led to something, in words; nothing where there were none. */
export function rates(days) {
  const total = (kind) => days.reduce((sum, day) => sum + day.counts[kind], 0);
  const shows = total('impression');
  const rate = (kind) => `${((total(kind) / shows) * 100).toFixed(1)} % ${kind}`;
  return shows === 0 ? [] : [`${shows.toLocaleString('en')} impressions`, ...['close-up', 'click', 'save'].map(rate)];
}

function byDay(title, days, kinds) {
  const points = (kind) => days.map((day, i) => ({ x: i - days.length + 1, value: day.counts[kind] }));
  return { title, kind: 'lines', x: { label: 'days before today' }, y: { label: 'events' }, series: kinds.map((name) => ({ name, points: points(name) })) };
}

function evaluation(report) {
  if (!report) {
    return empty('Not measured yet', './sightline evaluate measures features, search and detection on pictures with labels, and this page draws what it found.');
  }
  const began = new Date(report.provenance.times.began).toLocaleString();
  const sets = report.provenance.dataSets.map((set) => set.name).join(', ');
  return [element('p', { class: 'small' }, `${report.title}, ${began}, on ${sets}`), ...report.sections.filter((section) => section.plots.some(canDraw)).map(measured)];
}

/** A square of shares needs more room than there is here: the report has it. */
function canDraw({ kind }) {
  return kind !== 'matrix';
}

function measured({ title, summary, plots }) {
  return element('details', { class: 'measured' }, element('summary', {}, title), element('p', {}, summary), ...plots.filter(canDraw).map(draw));
}

function draw(plot) {
  return plot.kind === 'bars' ? bars(`${plot.title} (${plot.y.label})`, plot.bars) : plane(plot);
}
