// A picture and what is found by it: asks, shows, asks again. The last question wins; an earlier one is given up.

import { element } from './element.js';
import { failed, loading } from './states.js';
import { resultsView } from './results.js';
import { Stage } from './stage.js';

/** The question that looks at the whole picture. */
export const WHOLE = { objectId: null, box: null };

export class Explorer {
  stage;
  results = element('div', { class: 'results', 'aria-busy': 'false' });
  #said = element('p', { class: 'visually-hidden', role: 'status' });
  #ask;
  #signal;
  #pending = null;
  #question = WHOLE;
  #narrowed = { tags: [], category: null };

  /**
   * @param picture as for the Stage
   * @param ask {whole, part, queryOf, canNarrowWhole}: `whole(narrowed, signal)` and `part(target, narrowed, signal)` give answers;
   *     `queryOf(answer)` what engagement names as the query; `cropped()` is told that a part was asked about
   * @param signal ends everything
   */
  constructor(picture, ask, signal) {
    this.#ask = ask;
    this.#signal = signal;
    this.stage = new Stage(picture, (target) => this.askPart(target));
  }

  askWhole() {
    this.stage.clear();
    this.#start(WHOLE);
  }

  askPart({ objectId = null, box }) {
    if (objectId === null) {
      this.#ask.cropped?.();
    }
    this.#start(objectId === null ? { objectId, box } : { objectId, box: null });
  }

  #start(question) {
    this.#question = question;
    this.#narrowed = { tags: [], category: null };
    this.#run();
  }

  async #run() {
    this.#pending?.abort();
    const own = new AbortController();
    this.#pending = own;
    const signal = AbortSignal.any([own.signal, this.#signal]);
    this.#busy();
    try {
      this.#show(await this.#answer(signal));
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.#done(failed(failure, () => this.#run()));
      }
    }
  }

  #answer(signal) {
    const whole = this.#question === WHOLE;
    return whole ? this.#ask.whole(this.#narrowed, signal) : this.#ask.part(this.#question, this.#narrowed, signal);
  }

  /** What was found before stays, pale, so that nothing jumps; the first time there are boxes. */
  #busy() {
    this.results.setAttribute('aria-busy', 'true');
    if (!this.results.querySelector('.answer')) {
      this.results.replaceChildren(loading());
    }
  }

  #show(answer) {
    const canNarrow = this.#question !== WHOLE || this.#ask.canNarrowWhole;
    const narrow = (narrowed) => {
      this.#narrowed = narrowed;
      this.#run();
    };
    const asked = { ...this.#narrowed, query: this.#ask.queryOf(answer) };
    const back = this.#question !== WHOLE && backButton(() => this.askWhole());
    this.#said.textContent = found(answer);
    this.#done(back || '', resultsView(answer, asked, { narrow: canNarrow ? narrow : null, again: () => this.#run() }));
    this.#ask.answered?.(answer, this.#question);
  }

  #done(...shown) {
    this.results.replaceChildren(this.#said, ...shown);
    this.results.setAttribute('aria-busy', 'false');
    this.results.dispatchEvent(new CustomEvent('answered', { bubbles: true }));
  }
}

/** For those who do not see the pictures change. */
function found(answer) {
  const count = answer.groups.reduce((sum, group) => sum + group.results.length, 0);
  return `${count} pictures found`;
}

function backButton(back) {
  return element('button', { type: 'button', class: 'link back', onclick: back }, '← The whole picture');
}
