// Lens: asks with a photo that is not among the pictures.

import { api } from './api.js';
import { takePhoto } from './camera.js';
import { toSend } from './downscale.js';
import { element, icon, ICONS } from './element.js';
import { Explorer } from './explorer.js';
import { fileButton, takeDrops, takePastes } from './files.js';
import { flashlight } from './image.js';
import { say } from './notes.js';

export function lensPage(main, { signal }) {
  document.title = 'Lens · Sightline';
  const ask = (files) => start(main, files[0], signal);
  const zone = dropZone(ask);
  main.replaceChildren(element('h1', { class: 'quiet' }, 'Lens'), zone, element('div', { id: 'lens-answer' }));
  takeDrops(zone, ask);
  takePastes(ask, signal);
}

function dropZone(ask) {
  return element(
    'section',
    { class: 'drop-zone', 'aria-label': 'Your photo' },
    icon(ICONS.lens),
    element('p', { class: 'lead' }, 'Drop a photo here, paste one, or'),
    element(
      'div',
      { class: 'buttons' },
      fileButton('Choose a photo', { accept: 'image/*', id: 'lens-file' }, ask),
      navigator.mediaDevices && element('button', { type: 'button', class: 'button', onclick: () => camera(ask) }, icon(ICONS.camera), 'Use the camera'),
    ),
    element('p', { class: 'small' }, 'It is made small on this device, asked about, and kept for a day at most.'),
  );
}

async function camera(ask) {
  try {
    const photo = await takePhoto();
    if (photo) {
      ask([photo]);
    }
  } catch {
    say('There is no camera, or this page may not use it.');
  }
}

async function start(main, file, signal) {
  const place = main.querySelector('#lens-answer');
  main.querySelector('.drop-zone').classList.add('small-zone');
  let photo;
  try {
    photo = await toSend(file);
  } catch {
    place.replaceChildren(element('div', { class: 'notice failed', role: 'alert' }, element('h2', {}, 'No picture'), element('p', {}, 'This file is no picture that the browser can read.')));
    return;
  }
  const url = URL.createObjectURL(photo);
  signal.addEventListener('abort', () => URL.revokeObjectURL(url));
  const explorer = new Explorer({ src: url, alt: 'Your photo' }, questions(photo, () => explorer), signal);
  const caption = element(
    'div',
    { class: 'buttons' },
    element('button', { type: 'button', class: 'button', onclick: () => explorer.stage.startCrop() }, icon(ICONS.crop), 'Crop'),
    element('button', { type: 'button', class: 'button', onclick: () => explorer.askWhole() }, icon(ICONS.related), 'Whole photo'),
  );
  const hint = element('p', { class: 'small' }, 'Click a dot, or draw a box on the photo.');
  place.replaceChildren(element('div', { class: 'explorer' }, element('div', { class: 'side' }, explorer.stage.view, caption, hint), explorer.results));
  explorer.askWhole();
}

/** Sends the photo once; later questions name it by the id that the first answer gave. */
function questions(photo, explorer) {
  let queryId = null;
  const kept = () => (queryId === null ? {} : { queryId });
  return {
    whole: (narrowed, signal) => (queryId === null ? api.lens(photo, signal) : api.lensAgain({ ...kept(), ...given(narrowed) }, signal)),
    part: (target, narrowed, signal) => api.flashlight(flashlight(kept(), target, narrowed), signal),
    queryOf: (answer) => answer.queryId ?? queryId,
    answered: (answer) => {
      if (answer.query.kind === 'lens') {
        queryId = answer.queryId ?? queryId;
        explorer().stage.showDots(objectsOf(answer));
      }
    },
    canNarrowWhole: true,
  };
}

function given({ tags, category }) {
  return { tags, ...(category ? { category } : {}) };
}

function objectsOf(answer) {
  return answer.groups.filter((group) => group.kind === 'object' && group.box).map(({ objectId, box, category }) => ({ objectId: objectId ?? null, box, category }));
}
