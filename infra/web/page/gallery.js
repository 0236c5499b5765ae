// All indexed pictures, newest first, as far as one scrolls.

import { api } from './api.js';
import { element } from './element.js';
import { empty, failed, loading } from './states.js';
import { nameOf, tile } from './tile.js';

const PAGE = 60;
/** How far below the visible part the next page is asked for. */
const AHEAD = '1200px';

/** Shows the gallery, or shows it again as it was left. */
export function galleryPage(main, { signal }) {
  document.title = 'Sightline';
  const gallery = new Gallery();
  main.replaceChildren(element('h1', { class: 'quiet' }, 'Gallery'), gallery.grid, gallery.end);
  gallery.start(signal);
}

class Gallery {
  grid = element('ul', { class: 'grid', 'aria-label': 'Pictures' });
  end = element('div', { class: 'end' });
  #cursor = null;
  #busy = false;
  #complete = false;
  #shown = new Set();
  #watch;

  start(signal) {
    const near = (entries) => entries.some((entry) => entry.isIntersecting) && this.#more(signal);
    this.#watch = new IntersectionObserver(near, { rootMargin: AHEAD });
    this.#watch.observe(this.end);
    signal.addEventListener('abort', () => this.#watch.disconnect());
  }

  async #more(signal) {
    if (this.#busy || this.#complete) {
      return;
    }
    this.#busy = true;
    this.end.replaceChildren(loading(this.#shown.size === 0 ? 24 : 6));
    try {
      this.#show(await api.images({ state: 'indexed', limit: PAGE, cursor: this.#cursor }, signal));
      this.#lookAgain();
    } catch (failure) {
      this.#fail(failure, signal);
    }
  }

  #show(page) {
    for (const item of page.images) {
      const { imageId: id, key, width, height } = item;
      if (id && !this.#shown.has(id)) {
        this.#shown.add(id);
        this.grid.append(tile({ id, name: nameOf([key]), width, height }));
      }
    }
    this.#cursor = page.next ?? null;
    this.#complete = this.#cursor === null;
    this.end.replaceChildren(...this.#last());
  }

  #last() {
    if (this.#shown.size === 0 && this.#complete) {
      const upload = element('a', { class: 'button', href: '/upload' }, 'Upload pictures');
      return [empty('No pictures yet', 'Drop a folder of photos; they become searchable one by one.', upload)];
    }
    return this.#complete ? [element('p', { class: 'small' }, `${this.#shown.size} pictures`)] : [];
  }

  /** The end may still be in view, or again: an observer tells changes only, but always how it is at the start. */
  #lookAgain() {
    this.#busy = false;
    this.#watch.unobserve(this.end);
    this.#watch.observe(this.end);
  }

  #fail(failure, signal) {
    this.#busy = false;
    if (failure.name === 'AbortError') {
      return;
    }
    this.end.replaceChildren(failed(failure, () => this.#more(signal)));
  }
}
