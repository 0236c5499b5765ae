// Who asks: a random name of this browser, which the API hashes at once.

const KEY = 'sightline.user';

/** The same for all visits with this browser, as long as it keeps its storage. */
export function userId() {
  try {
    const known = localStorage.getItem(KEY);
    if (known) {
      return known;
    }
    const fresh = crypto.randomUUID();
    localStorage.setItem(KEY, fresh);
    return fresh;
  } catch {
    return (visit ??= crypto.randomUUID());
  }
}

let visit = null;
