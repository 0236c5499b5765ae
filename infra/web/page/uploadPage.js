// The page that takes pictures and shows each one's way.

import { thumbnailOf } from './api.js';
import { element, icon, ICONS } from './element.js';
import { fileButton, takeDrops } from './files.js';
import { uploads } from './uploads.js';

const WORDS = {
  waiting: 'waiting',
  sending: 'sending',
  pending: 'being looked at',
  indexed: 'searchable',
  rejected: 'rejected',
  failed: 'failed',
  refused: 'refused',
  removed: 'removed',
};

export function uploadPage(main, { signal }) {
  document.title = 'Upload · Sightline';
  const take = (files) => uploads.add(files);
  const zone = dropZone(take);
  const total = element('p', { class: 'total', role: 'status' });
  const list = element('ul', { class: 'uploads', 'aria-label': 'Uploads' });
  const rows = new Map();
  main.replaceChildren(element('h1', { class: 'quiet' }, 'Upload'), zone, total, list);
  takeDrops(zone, take);

  const show = (upload) => {
    const row = rows.get(upload) ?? element('li', {});
    if (!rows.has(upload)) {
      rows.set(upload, row);
      list.append(row);
    }
    fill(row, upload);
    total.textContent = summary(uploads.counts());
  };
  uploads.all.forEach(show);
  uploads.addEventListener('change', (event) => show(event.detail), { signal });
}

function dropZone(take) {
  return element(
    'section',
    { class: 'drop-zone', 'aria-label': 'Your pictures' },
    icon(ICONS.upload),
    element('p', { class: 'lead' }, 'Drop pictures or a folder here, or'),
    element(
      'div',
      { class: 'buttons' },
      fileButton('Choose pictures', { accept: 'image/*', multiple: true, id: 'upload-files' }, take),
      fileButton('Choose a folder', { webkitdirectory: true, id: 'upload-folder' }, take),
    ),
    element('p', { class: 'small' }, 'JPEG, PNG, GIF, WebP, BMP or TIFF. They become searchable one by one.'),
  );
}

function fill(row, upload) {
  row.className = `upload ${upload.state}`;
  const picture = upload.imageId
    ? element('img', { src: thumbnailOf(upload.imageId), alt: '', loading: 'lazy' })
    : element('span', { class: 'placeholder', 'aria-hidden': 'true' });
  const name = upload.imageId ? element('a', { href: `/image/${upload.imageId}` }, upload.name) : element('span', {}, upload.name);
  const progress = upload.state === 'sending' && element('progress', { max: 1, value: upload.sent, 'aria-label': `${upload.name} is sent` });
  row.replaceChildren(
    picture,
    element('div', { class: 'what' }, name, upload.reason ? element('p', { class: 'small' }, upload.reason) : ''),
    element('span', { class: 'state' }, WORDS[upload.state], progress || ''),
  );
}

/** The counts in words, in the order of the way. */
export function summary(counts) {
  return Object.entries(WORDS)
    .filter(([state]) => counts.has(state))
    .map(([state, word]) => `${counts.get(state)} ${word}`)
    .join(', ');
}
