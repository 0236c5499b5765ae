// Events that wait to be reported: in order, each once, in reports of a bounded size.

/** What the API takes in one report. */
export const MAX_EVENTS = 500;

export class EventBatch {
  #waiting = [];
  #seen = new Set();

  /** Keeps an event, unless one with the same key was kept before; returns whether it was kept. */
  add(key, event) {
    if (this.#seen.has(key)) {
      return false;
    }
    this.#seen.add(key);
    this.#waiting.push(event);
    return true;
  }

  get size() {
    return this.#waiting.length;
  }

  /** Takes the oldest events out, at most `most`. */
  take(most = MAX_EVENTS) {
    return this.#waiting.splice(0, most);
  }

  /** Puts events back that could not be reported, before those that came since. */
  putBack(events) {
    this.#waiting.unshift(...events);
  }
}
