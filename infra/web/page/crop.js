// The crop box on a picture: drawn, moved and resized with the mouse or a finger by Cropper.js, with the arrow keys by what is added here.

import { fromPixels, inWords, moved, resized, rounded, toPixels } from './box.js';
import { element } from './element.js';

const STEP = 0.02;
/** A pause of this length after the last key counts as letting go. */
const KEY_PAUSE_MS = 600;
/** By rounding, a box at the edge may seem to lie beyond it. */
const SLACK_PX = 0.5;
const EDGES = ['n', 'e', 's', 'w', 'ne', 'nw', 'se', 'sw'];
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

/** Loads the library; the page needs it on pictures only. */
export async function cropBox(stage, released) {
  await import('/lib/cropper.js');
  return new CropBox(stage, released);
}

class CropBox {
  #released;
  #box = null;
  #asked = null;
  #pause = null;
  #canvas;
  #shade = element('cropper-shade', {});
  #selection;

  constructor(stage, released) {
    this.#released = released;
    this.#selection = this.#makeSelection();
    const drawing = element('cropper-handle', { action: 'select', plain: true });
    this.#canvas = element('cropper-canvas', { class: 'crop' }, this.#shade, drawing, this.#selection);
    this.#canvas.addEventListener('actionend', () => this.#letGo());
    stage.append(this.#canvas);
    new ResizeObserver(() => this.#box && this.#place(this.#box)).observe(this.#canvas);
  }

  #makeSelection() {
    const handles = EDGES.map((edge) => element('cropper-handle', { action: `${edge}-resize` }));
    const selection = element(
      'cropper-selection',
      { movable: true, resizable: true, precise: true, outlined: true, tabindex: 0, role: 'application' },
      element('cropper-handle', { action: 'move', plain: true }),
      ...handles,
    );
    selection.addEventListener('change', (event) => this.#changed(event));
    selection.addEventListener('keydown', (event) => this.#key(event));
    return selection;
  }

  /** Shows the box; nobody is told. */
  show(box) {
    this.#place(box);
    this.#name();
  }

  hide() {
    clearTimeout(this.#pause);
    this.#box = null;
    this.#asked = null;
    this.#canvas.removeAttribute('data-active');
  }

  focus() {
    this.#selection.focus();
  }

  /** Keeps what the pointer does inside the picture: a change that would leave it is not made. */
  #changed(event) {
    const { offsetWidth: width, offsetHeight: height } = this.#canvas;
    const { x, y, width: w, height: h } = event.detail;
    if (x < -SLACK_PX || y < -SLACK_PX || x + w > width + SLACK_PX || y + h > height + SLACK_PX) {
      event.preventDefault();
      return;
    }
    // The library tells of a box without size at its start. Its own hiding does not outlast that, so the style sheet hides.
    if (w > 0 && h > 0) {
      this.#box = { x: x / width, y: y / height, w: w / width, h: h / height };
      this.#canvas.setAttribute('data-active', '');
    }
  }

  #letGo() {
    if (this.#box) {
      const { offsetWidth: width, offsetHeight: height } = this.#canvas;
      this.#place(fromPixels(toPixels(this.#box, width, height), width, height));
      this.#name();
      this.#askUnlessAsked();
    }
  }

  /** A click without a move lets the box go where it was. */
  #askUnlessAsked() {
    const box = rounded(this.#box);
    if (JSON.stringify(box) !== JSON.stringify(this.#asked)) {
      this.#ask(box);
    }
  }

  #ask(box) {
    this.#asked = box;
    this.#released(box);
  }

  #key(event) {
    const arrow = ARROWS[event.key];
    if (event.key === 'Enter' && this.#box) {
      event.preventDefault();
      clearTimeout(this.#pause);
      this.#ask(rounded(this.#box));
    } else if (arrow && this.#box) {
      event.preventDefault();
      this.#place((event.shiftKey ? resized : moved)(this.#box, ...arrow));
      this.#name();
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#askUnlessAsked(), KEY_PAUSE_MS);
    }
  }

  #place(box) {
    const { offsetWidth: width, offsetHeight: height } = this.#canvas;
    if (width > 0) {
      const { x, y, width: w, height: h } = toPixels(box, width, height);
      this.#canvas.setAttribute('data-active', '');
      this.#selection.$change(x, y, w, h);
    }
    this.#box = box;
  }

  #name() {
    this.#selection.setAttribute('aria-label', `Crop box, ${inWords(this.#box)}. Arrow keys move it, with Shift they change its size, Enter asks.`);
  }
}
