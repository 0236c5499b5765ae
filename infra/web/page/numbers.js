// The numbers of the last hour: the metrics that functions and workers tell of themselves, which the server of a laptop reads from their logs.

import { bars, plane } from './chart.js';
import { element } from './element.js';
import { empty } from './states.js';
import { shown } from './scale.js';

export function numbers(told) {
  if (!told) {
    return empty('Kept elsewhere', 'In AWS these numbers are metrics of CloudWatch, with a dashboard and alarms.');
  }
  return [
    element('ul', { class: 'facts' }, ...sentences(told).map((text) => element('li', {}, text))),
    told.answerTime && plane(answers(told)),
    told.sources.length > 0 && sources(told.sources),
    Object.keys(told.worker.stages).length > 0 && bars('Stages of the worker, mean milliseconds', rows(told.worker.stages)),
    Object.keys(told.worker.images).length > 0 && bars('Images that workers ended, by outcome', rows(told.worker.images)),
  ].filter(Boolean);
}

function rows(values) {
  return Object.entries(values).map(([name, value]) => ({ name, value: Number(value.toFixed(1)) }));
}

/** What was told, in words; what was not is said too, since nothing is told of what did not happen. */
export function sentences({ freshness, imagesLost, answerTime, partialAnswers, dots, worker }) {
  return [
    freshness ? `Searchable ${seconds(freshness.p50)} after the upload, 95 of 100 within ${seconds(freshness.p95)} (${shown(freshness.count)} images)` : 'No image became searchable',
    imagesLost > 0 && `${shown(imagesLost)} ${imagesLost === 1 ? 'image was' : 'images were'} rejected or failed`,
    answerTime ? `${shown(answerTime.count)} answers, half of them within ${ms(answerTime.p50)}, 95 of 100 within ${ms(answerTime.p95)}; ${shown(partialAnswers)} were partial` : 'Nobody asked',
    dots && `The gate let ${(dots.passRate * 100).toFixed(0)} % of ${shown(dots.shown + dots.hidden)} objects become dots`,
    worker.embedderBatch !== undefined && `The embedder was given ${shown(Number(worker.embedderBatch.toFixed(1)))} pictures at once`,
    ...worker.machines.map(machine),
    worker.gpuUtilization === undefined ? 'No GPU' : `GPU busy ${worker.gpuUtilization.toFixed(0)} % of the time`,
  ].filter(Boolean);
}

function machine({ device, hours, usd }) {
  const cost = usd === undefined ? 'no price is known' : `USD ${usd.toFixed(3)} if it were rented`;
  const minutes = Math.round(hours * 60);
  return `Workers on ${device.toUpperCase()} ran ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: ${cost}`;
}

function seconds(millis) {
  return `${shown(Number((millis / 1000).toFixed(1)))} s`;
}

function ms(millis) {
  return `${shown(Number(millis.toFixed(0)))} ms`;
}

function answers({ answersByMinute }) {
  const points = answersByMinute.map((value, i) => ({ x: i - answersByMinute.length + 1, value }));
  return { title: 'Answers a minute', kind: 'lines', x: { label: 'minutes before now' }, y: { label: 'answers' }, series: [{ name: 'answers', points }] };
}

function sources(all) {
  const cell = (text) => element('td', { class: 'amount' }, text);
  const head = ['Source', 'found', 'p50', 'p95', 'late'].map((name) => element('th', { scope: 'col' }, name));
  const row = ({ name, time, missing }) =>
    element('tr', {}, element('th', { scope: 'row' }, name), cell(shown(time?.count ?? 0)), cell(time ? ms(time.p50) : ''), cell(time ? ms(time.p95) : ''), cell(shown(missing)));
  return element('table', { class: 'numbers' }, element('caption', {}, 'Sources of candidates: how often each found something in time, how long it took, and how often it was late or failed'), element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...all.map(row)));
}
