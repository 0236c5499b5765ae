// The page: shows the place that the address names.

import { boardPage, boardsPage } from './boards.js';
import { element } from './element.js';
import { galleryPage } from './gallery.js';
import { imagePage } from './image.js';
import { lensPage } from './lens.js';
import { go, placeOf } from './route.js';
import { empty } from './states.js';
import { watchStatus } from './status.js';
import { systemPage } from './system.js';
import { themeButton } from './theme.js';
import { uploadPage } from './uploadPage.js';

const PAGES = {
  gallery: galleryPage,
  image: imagePage,
  lens: lensPage,
  upload: uploadPage,
  boards: boardsPage,
  board: boardPage,
  system: systemPage,
  nowhere: nowherePage,
};

/** The gallery is kept as it was left, so that the browser's way back leads to the same pictures at the same height. */
const kept = { view: null, height: 0, leave: null };

let leave = new AbortController();
let place = null;

function show({ first = false, back = false } = {}) {
  const main = document.getElementById('main');
  leavePlace(main);
  place = placeOf(location.pathname);
  leave = new AbortController();
  if (place.name === 'gallery' && kept.view && back) {
    main.replaceChildren(...kept.view);
    leave = kept.leave;
    window.scrollTo(0, kept.height);
  } else {
    window.scrollTo(0, 0);
    PAGES[place.name](main, { id: place.id, signal: leave.signal });
  }
  markCurrent();
  if (!first) {
    main.focus({ preventScroll: true });
  }
}

function leavePlace(main) {
  if (place?.name === 'gallery') {
    kept.leave !== leave && kept.leave?.abort();
    Object.assign(kept, { view: [...main.childNodes], height: window.scrollY, leave });
  } else {
    leave.abort();
  }
}

function markCurrent() {
  for (const link of document.querySelectorAll('header nav a')) {
    const path = new URL(link.href).pathname;
    const current = path === '/' ? location.pathname === '/' : location.pathname.startsWith(path);
    current ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
}

function nowherePage(main) {
  document.title = 'Not found · Sightline';
  main.replaceChildren(empty('There is no such page', location.pathname, element('a', { class: 'button', href: '/' }, 'To the gallery')));
}

/** Links inside the page change the place without loading the page anew. */
function followInside(event) {
  const link = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || event.defaultPrevented || !plain || link.target || link.origin !== location.origin || link.pathname.startsWith('/v1/') || link.hash) {
    return;
  }
  event.preventDefault();
  go(link.pathname);
}

history.scrollRestoration = 'manual';
document.addEventListener('click', followInside);
window.addEventListener('popstate', () => show({ back: true }));
window.addEventListener('placechange', () => show());
themeButton(document.getElementById('theme'));
watchStatus(document.getElementById('status'));
show({ first: true });
