// A picture with what can be asked about it: dots for its objects, and a crop box.

import { center } from './box.js';
import { cropBox } from './crop.js';
import { element } from './element.js';

/** Where a crop box starts that was not drawn. */
const FIRST_BOX = { x: 0.2, y: 0.2, w: 0.6, h: 0.6 };

export class Stage {
  /** The picture's place in the page. */
  view;
  #asked;
  #dots = element('ul', { class: 'dots', 'aria-label': 'Objects in the picture' });
  #outline = element('div', { class: 'outline', hidden: true });
  #frame;
  #crop = null;

  /**
   * @param picture {src, fallback, alt, width, height}: `fallback` is shown while `src` loads, and if the browser cannot show that
   * @param asked is told of a dot {objectId, box, category} or of a box {box} that was let go
   */
  constructor(picture, asked) {
    this.#asked = asked;
    const image = element('img', { src: picture.src, alt: picture.alt, width: picture.width, height: picture.height });
    image.addEventListener('error', () => picture.fallback && (image.src = picture.fallback), { once: true });
    image.addEventListener('load', () => this.#shape(image.naturalWidth, image.naturalHeight));
    this.#frame = element('div', { class: 'frame' }, image, this.#outline, this.#dots);
    this.view = element('div', { class: 'stage' }, this.#frame);
    if (picture.width) {
      this.#shape(picture.width, picture.height);
    }
    this.#loadCrop();
  }

  #shape(width, height) {
    this.#frame.style.setProperty('--ratio', width / height);
  }

  async #loadCrop() {
    this.#crop = await cropBox(this.#frame, (box) => this.#letGo(box));
    this.view.dataset.ready = '';
  }

  #letGo(box) {
    this.mark(null);
    this.#asked({ box });
  }

  /** Shows a dot for each object: {objectId, box, category, confidence}. */
  showDots(objects) {
    this.#dots.replaceChildren(...objects.map((object) => this.#dot(object)));
  }

  #dot(object) {
    const button = element('button', {
      type: 'button',
      class: 'dot',
      'aria-label': `Find pictures with this ${object.category}`,
      title: object.category,
      'aria-pressed': 'false',
      'data-object': object.objectId,
      onclick: () => {
        this.#crop?.hide();
        this.mark(object);
        this.#asked(object);
      },
    });
    const at = center(object.box);
    const item = element('li', {}, button);
    item.style.setProperty('--x', at.x);
    item.style.setProperty('--y', at.y);
    return item;
  }

  /** Outlines the object that is asked about; null: none. */
  mark(object) {
    for (const dot of this.#dots.querySelectorAll('.dot')) {
      dot.setAttribute('aria-pressed', String(dot.dataset.object === object?.objectId && object !== null));
    }
    this.#outline.hidden = !object;
    if (object) {
      for (const side of ['x', 'y', 'w', 'h']) {
        this.#outline.style.setProperty(`--${side}`, object.box[side]);
      }
    }
  }

  /** Shows the crop box and lets the keyboard have it. */
  startCrop() {
    if (this.#crop) {
      this.mark(null);
      this.#crop.show(FIRST_BOX);
      this.#crop.focus();
    }
  }

  /** No box, no marked object. */
  clear() {
    this.#crop?.hide();
    this.mark(null);
  }
}
