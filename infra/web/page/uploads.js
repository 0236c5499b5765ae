// Uploads: each file's way from this device into the index. They go on while one looks at other pages.

import { api, Problem, thumbnailOf } from './api.js';

/** Files that are sent at once; browsers open six connections to a host. */
const SENDING = 4;
/** The newest entries of the catalogue, in which uploads are looked for; the oldest few that are not there are asked for one by one. */
const LISTED = 100;
const WATCHED = 6;
const GRANT_TRIES = 4;
const GRANT_PAUSE_MS = 500;
const WATCH_MS = 1000;

/** States after which nothing changes any more. */
const FINAL = ['indexed', 'rejected', 'failed', 'removed', 'refused'];

/** All uploads of this visit, newest last. Tells `change` with the upload whenever one changes. */
class Uploads extends EventTarget {
  all = [];
  #sending = 0;
  #watching = false;

  add(files) {
    const fresh = files.map((file) => ({ file, name: file.webkitRelativePath || file.name, state: 'waiting', sent: 0, reason: null, id: null, imageId: null }));
    this.all.push(...fresh);
    fresh.forEach((upload) => this.#tell(upload));
    this.#sendNext();
  }

  /** How many are in which state. */
  counts() {
    const counts = new Map();
    for (const { state } of this.all) {
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    return counts;
  }

  #tell(upload) {
    this.dispatchEvent(new CustomEvent('change', { detail: upload }));
  }

  #set(upload, changes) {
    Object.assign(upload, changes);
    this.#tell(upload);
  }

  #sendNext() {
    for (const upload of this.all) {
      if (this.#sending >= SENDING) {
        return;
      }
      if (upload.state === 'waiting') {
        this.#sending += 1;
        this.#send(upload).finally(() => ((this.#sending -= 1), this.#sendNext()));
      }
    }
  }

  async #send(upload) {
    this.#set(upload, { state: 'sending' });
    try {
      const { file } = upload;
      if (!file.type.startsWith('image/')) {
        throw new Problem(415, 'unsupported-format', `expected a picture, got ${file.type || 'a file of no known type'}`);
      }
      const grant = await granted(file);
      await put(grant, file, (sent) => this.#set(upload, { sent }));
      this.#set(upload, { state: 'pending', id: grant.imageId });
      this.#watch();
    } catch (failure) {
      this.#set(upload, { state: 'refused', reason: `${failure.code ?? 'failed'}: ${failure.message}` });
    }
  }

  async #watch() {
    if (this.#watching) {
      return;
    }
    this.#watching = true;
    for (let open = this.#pending(); open.length > 0; open = this.#pending()) {
      const listed = await this.#listed();
      const others = open.filter((upload) => !listed.has(upload.id)).slice(0, WATCHED);
      open.filter((upload) => listed.has(upload.id)).forEach((upload) => this.#note(upload, listed.get(upload.id)));
      await Promise.all(others.map((upload) => this.#look(upload)));
      await new Promise((done) => setTimeout(done, WATCH_MS));
    }
    this.#watching = false;
  }

  #pending() {
    return this.all.filter((upload) => upload.state === 'pending');
  }

  async #listed() {
    try {
      const { images } = await api.images({ limit: LISTED });
      return new Map(images.map((image) => [image.id, image]));
    } catch {
      return new Map();
    }
  }

  /** Indexed counts once the image answers queries, which is when it has a thumbnail to show. */
  #note(upload, { state, reason, detail, imageId, thumbnail }) {
    if (FINAL.includes(state) && (state !== 'indexed' || thumbnail)) {
      this.#set(upload, { state, reason: reason ? [reason, detail].filter(Boolean).join(': ') : null, imageId: thumbnail ? imageId : null });
    }
  }

  /** A source that is not known yet was not heard of by the pipeline yet: it is pending. */
  async #look(upload) {
    try {
      const { image, ...status } = await api.image(upload.id);
      this.#note(upload, { ...status, imageId: image?.imageId, thumbnail: image && thumbnailOf(image.imageId) });
    } catch (failure) {
      if (!failure.passing && failure.status !== 404) {
        this.#set(upload, { state: 'failed', reason: failure.message });
      }
    }
  }
}

/** Asks where to put a file. The API may be busy, or just starting: asks again, a few times. */
async function granted(file) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await api.grant({ fileName: file.name, contentType: file.type, bytes: file.size });
    } catch (failure) {
      if (tries === GRANT_TRIES || (failure.status > 0 && failure.status < 500)) {
        throw failure;
      }
      await new Promise((done) => setTimeout(done, tries * GRANT_PAUSE_MS));
    }
  }
}

/** Somebody used the grant already: that was this upload, whose answer was lost. */
const STORED_ALREADY = 412;

/** Sends the bytes where the grant says; fetch would not tell how far it is. */
function put(grant, file, progress) {
  return new Promise((sent, failed) => {
    const request = new XMLHttpRequest();
    request.open(grant.method, grant.url);
    for (const [name, value] of Object.entries(grant.headers)) {
      if (!['host', 'content-length'].includes(name.toLowerCase())) {
        request.setRequestHeader(name, value);
      }
    }
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onload = () =>
      request.status < 300 || request.status === STORED_ALREADY ? sent() : failed(new Problem(request.status, 'upload-refused', `the bucket answered ${request.status}`));
    request.onerror = () => failed(new Problem(0, 'no-answer', 'the bucket does not answer'));
    request.send(file);
  });
}

export const uploads = new Uploads();
