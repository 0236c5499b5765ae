// One picture: its objects as dots, a crop box, and what looks like it or like a part of it.

import { api, originalOf, thumbnailOf } from './api.js';
import { element, icon, ICONS } from './element.js';
import { note } from './engagement.js';
import { Explorer } from './explorer.js';
import { journey } from './journey.js';
import { origin } from './route.js';
import { openSaving } from './saving.js';
import { failed, loading } from './states.js';
import { nameOf } from './tile.js';

/** Browsers show these; of others the thumbnail is shown. */
const SHOWN = ['jpeg', 'png', 'gif', 'webp', 'bmp'];

export async function imagePage(main, { id, signal }) {
  document.title = 'Picture · Sightline';
  main.replaceChildren(loading(8));
  try {
    show(main, await api.image(id, signal), signal);
  } catch (failure) {
    if (failure.name !== 'AbortError') {
      main.replaceChildren(failed(failure, () => imagePage(main, { id, signal })));
    }
  }
}

function show(main, status, signal) {
  if (!status.image) {
    main.replaceChildren(notSearchable(status));
    return;
  }
  const { image } = status;
  const id = image.imageId;
  const name = nameOf(image.keys);
  const explorer = new Explorer(pictureOf(image, name), questions(id), signal);
  const hint = element('p', { class: 'small hint', role: 'status' });
  document.title = `${name} · Sightline`;
  main.replaceChildren(
    element('div', { class: 'explorer' }, element('div', { class: 'side' }, explorer.stage.view, caption(image, name, explorer, hint), journey(id, signal)), explorer.results),
  );
  explorer.askWhole();
  showDots(id, explorer, hint, signal);
}

function pictureOf(image, name) {
  const thumbnail = thumbnailOf(image.imageId);
  const src = SHOWN.includes(image.format) && image.frameNumber === 0 ? originalOf(image.imageId) : thumbnail;
  return { src, fallback: thumbnail, alt: name, width: image.width, height: image.height };
}

function questions(imageId) {
  const came = origin();
  return {
    whole: (narrowed, signal) => api.related(imageId, signal),
    part: (target, narrowed, signal) => api.flashlight(flashlight({ imageId }, target, narrowed), signal),
    queryOf: () => imageId,
    cropped: () => note('crop', came),
    canNarrowWhole: false,
  };
}

/** The body of a Flashlight request: about an object, or about a box of a subject ({imageId} or {queryId}). */
export function flashlight(subject, { objectId, box }, { tags, category }) {
  const target = objectId ? { objectId, ...(subject.queryId ? subject : {}) } : { ...subject, box };
  return { ...target, tags, ...(category ? { category } : {}) };
}

/** Shows the objects as dots once they are known. If they cannot be found now, the picture can still be asked about by its crop box. */
async function showDots(id, explorer, hint, signal) {
  hint.replaceChildren('Click a dot, or draw a box on the picture.');
  try {
    const { objects, partial } = await api.objects(id, signal);
    explorer.stage.showDots(objects);
    if (partial) {
      offerDotsAgain('Some dots could not be found now. ', id, explorer, hint, signal);
    }
  } catch (failure) {
    if (failure.name !== 'AbortError') {
      offerDotsAgain('The dots could not be found now. ', id, explorer, hint, signal);
    }
  }
}

function offerDotsAgain(why, id, explorer, hint, signal) {
  const again = () => showDots(id, explorer, hint, signal);
  hint.replaceChildren(why, element('button', { type: 'button', class: 'link dots-again', onclick: again }, 'Look again'));
}

function caption(image, name, explorer, hint) {
  const picture = { id: image.imageId, name };
  return element(
    'div',
    { class: 'caption' },
    element('h1', {}, name),
    image.labels.length > 0 && element('p', { class: 'small' }, image.labels.map((label) => label.name).join(', ')),
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'button', class: 'button', onclick: () => explorer.stage.startCrop() }, icon(ICONS.crop), 'Crop'),
      element('button', { type: 'button', class: 'button', onclick: () => openSaving(picture, origin()) }, icon(ICONS.save), 'Save'),
      element('button', { type: 'button', class: 'button', onclick: () => explorer.askWhole() }, icon(ICONS.related), 'Related'),
      element('a', { class: 'button', href: originalOf(image.imageId), target: '_blank', rel: 'noopener' }, icon(ICONS.original), 'Original'),
    ),
    hint,
  );
}

function notSearchable(status) {
  return element(
    'div',
    { class: 'notice' },
    element('h1', {}, status.state === 'pending' ? 'Not searchable yet' : 'Not searchable'),
    element('p', {}, [status.key, status.state, status.reason, status.detail].filter(Boolean).join(': ')),
  );
}
