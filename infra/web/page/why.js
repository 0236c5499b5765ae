// The drawer that says why a result is there.

import { element } from './element.js';
import { closing } from './saving.js';

const SOURCES = {
  'visual-search': 'The whole picture looks like what you asked about.',
  'object-search': 'An object in it looks like the object you asked about.',
  'image-search': 'It is said to show the same things.',
  'co-save': 'People saved both to the same boards.',
  'remembered-winners': 'People preferred it among earlier results for this picture.',
};

/** Opens the drawer for a result of an answer. */
export function openWhy({ answer, group, result, name }) {
  const dialog = element(
    'dialog',
    { class: 'drawer', 'aria-labelledby': 'why-title' },
    element('header', {}, element('h2', { id: 'why-title' }, `Why ${name} is here`), closing(() => dialog.close())),
    element('p', { class: 'lead' }, SOURCES[result.why.source] ?? `Found by ${result.why.source}.`),
    distances(result.why),
    facts('This result', resultFacts(result)),
    result.ranking && facts('What ordered it', rankingFacts(answer, result.ranking)),
    sourcesTable(group.sources),
    facts('This answer', answerFacts(answer)),
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/** Distances as bars: the fuller, the nearer. */
function distances({ hammingDistance, hammingFraction, cosine }) {
  const bars = [
    cosine !== undefined && bar('Similarity of the features (cosine)', cosine, cosine.toFixed(3)),
    hammingFraction !== undefined &&
      bar('Equal bits of the codes (Hamming)', 1 - hammingFraction, `${(hammingFraction * 100).toFixed(1)} % differ, ${hammingDistance} bits`),
  ].filter(Boolean);
  return bars.length > 0 && element('div', { class: 'bars' }, ...bars);
}

function bar(label, value, text) {
  return element('div', {}, element('span', {}, label), element('meter', { min: 0, max: 1, value: Math.max(0, value), 'aria-label': label }), element('span', { class: 'number' }, text));
}

function resultFacts({ rank, score, keys, labels, duplicates, why }) {
  return [
    ['Rank', rank],
    ['Source', `${why.source}, its number ${why.sourceRank}`],
    why.alsoFoundBy && ['Also found by', why.alsoFoundBy.map((also) => `${also.source} (${also.rank})`).join(', ')],
    ['Score in its source', score.toFixed(3)],
    why.terms && ['Words in common', why.terms.join(', ')],
    why.boards !== undefined && ['Boards with both', why.boards],
    why.boost !== undefined && ['Boost by engagement', why.boost.toFixed(3)],
    why.fallback && ['Category', 'lacks the one you asked for'],
    labels.length > 0 && ['Looks like', labels.map((label) => `${label.name} ${label.confidence.toFixed(2)}`).join(', ')],
    duplicates.length > 0 && ['Same-looking pictures left out', duplicates.length],
    ['File', keys.join(', ')],
  ];
}

function rankingFacts(answer, ranking) {
  const features = Object.entries(ranking.features).sort(([one], [other]) => one.localeCompare(other));
  return [
    ['Ranker', answer.ranker],
    answer.notRanked && ['Not used', answer.notRanked],
    answer.randomized && ['Order', 'drawn at random, for learning'],
    ['Place before', ranking.rankBefore],
    ['Score', ranking.score.toFixed(3)],
    ['Part of the boost', ranking.boost.toFixed(3)],
    ...features.map(([name, value]) => [name, value.toFixed(3)]),
  ];
}

function answerFacts(answer) {
  return [
    ['Policy', answer.policy],
    answer.variant && ['Variant', answer.variant],
    ['Model set', answer.modelSet],
    ['Understood as', answer.understanding.annotations.map((word) => `${word.name} ${word.confidence.toFixed(2)}`).join(', ') || 'nothing sure'],
    ['Took', `${answer.tookMs} ms`],
    ['Request', answer.requestId],
  ];
}

function facts(title, pairs) {
  const rows = pairs.filter(Boolean).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, String(value))]);
  return element('section', {}, element('h3', {}, title), element('dl', {}, ...rows));
}

function sourcesTable(sources) {
  const head = ['Source', 'State', 'Found', 'Given'].map((name) => element('th', { scope: 'col' }, name));
  const rows = sources.map((source) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, source.source),
      element('td', { title: source.reason }, source.reason ? `${source.state}: ${source.reason}` : source.state),
      element('td', { class: 'number' }, String(source.found)),
      element('td', { class: 'number' }, String(source.filled + source.backfilled)),
    ),
  );
  return element('section', {}, element('h3', {}, 'Who was asked'), element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)));
}
