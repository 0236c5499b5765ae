// The groups of an answer: what was looked at, words that narrow it, and the pictures found.

import { element, icon, ICONS } from './element.js';
import { noteWhenSeen } from './engagement.js';
import { hideButton, isHidden } from './hiding.js';
import { empty } from './states.js';
import { nameOf, tile } from './tile.js';
import { openWhy } from './why.js';

const TAGS = 8;

/**
 * The view of an answer.
 *
 * @param answer of the API
 * @param asked {tags, category, query}: what the question was narrowed by, and what engagement names as its query
 * @param narrow is told {tags, category} when the user narrows the question; null if it cannot be narrowed
 * @param again asks the same question again
 */
export function resultsView(answer, asked, { narrow, again }) {
  return element(
    'div',
    { class: 'answer' },
    answer.partial && partialNotice(again),
    narrow && narrowing(answer, asked, narrow),
    ...answer.groups.map((group, index) => groupView(answer, group, asked, index)),
  );
}

function partialNotice(again) {
  return element(
    'p',
    { class: 'partial', role: 'status' },
    'Some sources were late or failed: there may be more. ',
    element('button', { type: 'button', class: 'link', onclick: again }, 'Ask again'),
  );
}

function narrowing(answer, { tags, category }, narrow) {
  const offered = (answer.groups[0]?.tags ?? []).map((tag) => tag.name).filter((name) => !tags.includes(name));
  const chips = [...tags, ...offered.slice(0, TAGS)].map((name) => chip(name, tags, (chosen) => narrow({ tags: chosen, category })));
  const categories = categoriesOf(answer, category);
  return element(
    'div',
    { class: 'narrowing' },
    chips.length > 0 && element('ul', { class: 'chips', 'aria-label': 'Narrow by a word' }, ...chips.map((one) => element('li', {}, one))),
    categories.length > 0 && categoryFilter(categories, category, (chosen) => narrow({ tags, category: chosen })),
  );
}

function chip(name, tags, choose) {
  const chosen = tags.includes(name);
  const next = chosen ? tags.filter((tag) => tag !== name) : [...tags, name];
  return element('button', { type: 'button', class: 'chip', 'aria-pressed': String(chosen), onclick: () => choose(next) }, name);
}

function categoriesOf(answer, category) {
  const seen = [...answer.understanding.objects.map((object) => object.category), ...answer.groups.map((group) => group.category)];
  return [...new Set([category, ...seen].filter(Boolean))];
}

function categoryFilter(categories, category, choose) {
  const options = ['', ...categories].map((name) => element('option', { value: name, selected: name === (category ?? '') }, name || 'any'));
  const select = element('select', { id: 'category', onchange: () => choose(select.value || null) }, ...options);
  return element('label', { class: 'category' }, 'First those with a ', select);
}

function groupView(answer, group, { query }, index) {
  const title = titleOf(answer, group);
  const id = `group-${index}`;
  const tiles = group.results.filter((result) => !isHidden(query, result.imageId)).map((result) => resultTile(answer, group, result, query));
  const shown = tiles.length > 0 ? element('ul', { class: 'grid', 'aria-labelledby': id }, ...tiles) : nothing(group);
  return element(
    'section',
    { class: 'group', 'aria-labelledby': id, 'data-kind': group.kind },
    element('h2', { id }, title, group.confidence !== undefined && element('span', { class: 'small' }, ` ${Math.round(group.confidence * 100)} % sure`)),
    shown,
  );
}

function titleOf(answer, group) {
  if (group.kind === 'object') {
    return `With this ${group.category}`;
  }
  if (group.kind === 'crop') {
    return 'Like this part';
  }
  return answer.query.kind === 'lens' ? 'Like the whole photo' : 'Looks like this';
}

function nothing(group) {
  const reasons = group.sources.filter((source) => source.reason).map((source) => `${source.source}: ${source.reason}`);
  return empty('Nothing found', reasons.join('; ') || 'No picture is near enough.');
}

function resultTile(answer, group, result, query) {
  const name = nameOf(result.keys);
  const origin = { requestId: answer.requestId, query, imageId: result.imageId, rank: result.rank };
  const why = element(
    'button',
    { type: 'button', class: 'icon-button why', 'aria-label': `Why ${name} is here`, onclick: () => openWhy({ answer, group, result, name }) },
    icon(ICONS.why),
  );
  const made = tile({ id: result.imageId, name, width: result.width, height: result.height }, { origin: query && origin, more: [why, query && hideButton(name, origin, () => made)] });
  if (query) {
    noteWhenSeen(made, origin);
  }
  return made;
}
