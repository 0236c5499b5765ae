// Files from the user: chosen, dropped (folders too), or pasted.

import { element } from './element.js';

/** A button that lets the user choose files. `options`: attributes of the input, such as `multiple`. */
export function fileButton(label, options, taken) {
  const input = element('input', { type: 'file', class: 'visually-hidden', ...options, onchange: () => takeFrom(input, taken) });
  return element('label', { class: 'button file-button' }, input, label);
}

function takeFrom(input, taken) {
  const files = [...input.files];
  input.value = '';
  if (files.length > 0) {
    taken(files);
  }
}

/** Lets files be dropped on an element. */
export function takeDrops(target, taken) {
  let depth = 0;
  const mark = () => target.classList.toggle('over', depth > 0);
  target.addEventListener('dragenter', (event) => (event.preventDefault(), (depth += 1), mark()));
  target.addEventListener('dragleave', () => ((depth -= 1), mark()));
  target.addEventListener('dragover', (event) => event.preventDefault());
  target.addEventListener('drop', async (event) => {
    event.preventDefault();
    depth = 0;
    mark();
    const files = await filesOf(event.dataTransfer);
    if (files.length > 0) {
      taken(files);
    }
  });
}

/** All files of a drop, those in folders too. The entries have to be taken before anything is waited for. */
async function filesOf(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) {
    return [...transfer.files];
  }
  return (await Promise.all(entries.map(filesBelow))).flat();
}

async function filesBelow(entry) {
  if (entry.isFile) {
    return [await new Promise((found, lost) => entry.file(found, lost))];
  }
  const reader = entry.createReader();
  const files = [];
  for (let part = await entriesOf(reader); part.length > 0; part = await entriesOf(reader)) {
    files.push(...(await Promise.all(part.map(filesBelow))).flat());
  }
  return files;
}

/** A folder gives its entries in parts, and an empty one at the end. */
function entriesOf(reader) {
  return new Promise((read, failed) => reader.readEntries(read, failed));
}

/** Takes pictures from the clipboard while the page is open. */
export function takePastes(taken, signal) {
  const paste = (event) => {
    const files = [...event.clipboardData.files].filter((file) => file.type.startsWith('image/'));
    if (files.length > 0) {
      event.preventDefault();
      taken(files);
    }
  };
  document.addEventListener('paste', paste, { signal });
}
