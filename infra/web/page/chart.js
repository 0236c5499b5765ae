// Pictures of numbers. Each stands beside its numbers in words or in a table, so none of them is needed to read the page.

import { element, shape } from './element.js';
import { scale, shown, ticks } from './scale.js';

const COLOURS = 6;

/** Bars of one measure, each with its number: rows of `{name, value, low?, high?, mark?}`; `mark` names another colour. */
export function bars(caption, rows) {
  const most = Math.max(...rows.map((row) => row.high ?? row.value), 0);
  const place = scale(0, most || 1);
  return element('table', { class: 'bars' }, element('caption', {}, caption), element('tbody', {}, ...rows.map((row) => bar(row, place))));
}

function bar({ name, value, low, high, mark }, place) {
  const width = (share) => `${(share * 100).toFixed(2)}%`;
  const interval = low !== undefined && high > low;
  const picture = shape(
    'svg',
    { class: 'measure', 'aria-hidden': 'true', width: '100%', height: 14 },
    shape('rect', { class: mark ?? 'plain', width: width(place(Math.max(0, value))), height: 14, rx: 3 }),
    interval && shape('line', { class: 'interval', x1: width(place(Math.max(0, low))), x2: width(place(high)), y1: 7, y2: 7 }),
  );
  const text = interval ? `${shown(value)} [${shown(low)}, ${shown(high)}]` : shown(value);
  return element('tr', {}, element('th', { scope: 'row' }, name), element('td', { class: 'measured-cell' }, picture), element('td', { class: 'amount' }, text));
}

const WIDTH = 640;
const HEIGHT = 260;
const EDGE = { left: 56, right: 12, top: 12, bottom: 40 };

/** Curves or points over two axes: `{title, kind, x, y, series}` as reports of the evaluation have them. */
export function plane({ title, kind, x, y, series }) {
  const points = series.flatMap((one) => one.points);
  const across = axis(points.map((point) => point.x), x, EDGE.left, WIDTH - EDGE.right);
  const up = axis(points.map((point) => point.value), y, HEIGHT - EDGE.bottom, EDGE.top);
  const drawing = shape(
    'svg',
    { class: 'plane', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${title}: ${y.label} over ${x.label}` },
    ...up.ticks.map((tick) => grid(tick, up.at(tick))),
    ...across.ticks.map((tick) => shape('text', { class: 'tick middle', x: across.at(tick), y: HEIGHT - 22 }, shown(tick))),
    shape('text', { class: 'tick middle', x: (EDGE.left + WIDTH - EDGE.right) / 2, y: HEIGHT - 4 }, x.label),
    ...series.flatMap((one, i) => curve(one, { kind, colour: colourOf(one, i), across, up })),
  );
  return element('figure', { class: 'plot' }, element('figcaption', {}, `${title} (${y.label})`), drawing, legend(series));
}

function axis(values, { logarithmic }, from, to) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const place = scale(low, high, logarithmic);
  return { at: (value) => from + place(value) * (to - from), ticks: ticks(low, high, logarithmic) };
}

function grid(tick, y) {
  const line = shape('line', { class: 'grid-line', x1: EDGE.left, x2: WIDTH - EDGE.right, y1: y, y2: y });
  return shape('g', {}, line, shape('text', { class: 'tick end', x: EDGE.left - 8, y: y + 4 }, shown(tick)));
}

function colourOf(series, index) {
  return series.role === 'reference' ? 'reference' : `series-${index % COLOURS}`;
}

function curve({ name, points }, { kind, colour, across, up }) {
  const places = points.map((point) => [across.at(point.x), up.at(point.value)]);
  const dots = places.map(([cx, cy]) => shape('circle', { class: colour, cx, cy, r: 3.5 }, shape('title', {}, name)));
  const line = shape('polyline', { class: colour, points: places.map((place) => place.map((one) => one.toFixed(1)).join(',')).join(' ') });
  return kind === 'lines' ? [line, ...(points.length > 30 ? [] : dots)] : dots;
}

function legend(series) {
  const entry = (one, i) => element('li', {}, shape('svg', { class: 'swatch', viewBox: '0 0 12 12', 'aria-hidden': 'true' }, shape('circle', { class: colourOf(one, i), cx: 6, cy: 6, r: 5 })), one.name);
  return series.length > 1 && element('ul', { class: 'legend' }, ...series.map(entry));
}
