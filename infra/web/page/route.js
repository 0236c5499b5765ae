// Where in the page one is: the path of the address.

const ROUTES = [
  { name: 'gallery', pattern: /^\/$/ },
  { name: 'image', pattern: /^\/image\/([0-9A-Za-z_-]+)$/ },
  { name: 'lens', pattern: /^\/lens$/ },
  { name: 'upload', pattern: /^\/upload$/ },
  { name: 'boards', pattern: /^\/boards$/ },
  { name: 'system', pattern: /^\/system$/ },
  { name: 'board', pattern: /^\/boards\/([0-9A-Za-z_-]+)$/ },
];

/** The name of a path's place and what it is about, for example `{name: 'image', id: '12ab'}`; `{name: 'nowhere'}` for others. */
export function placeOf(path) {
  for (const { name, pattern } of ROUTES) {
    const match = pattern.exec(path);
    if (match) {
      return match[1] === undefined ? { name } : { name, id: match[1] };
    }
  }
  return { name: 'nowhere' };
}

/** Goes to a place inside the page. `origin` says how one came there: see `engagement.js`. */
export function go(path, origin = null) {
  history.pushState({ origin }, '', path);
  window.dispatchEvent(new Event('placechange'));
}

/** How one came to this place, or null. */
export function origin() {
  return history.state?.origin ?? null;
}
