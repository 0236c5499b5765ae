// Reports what is done with results: that one was seen, opened, saved, hidden, or asked about in part.
//
// An event belongs to an answer. So it needs the origin of what it is about: {requestId, query, imageId, rank}, which results carry on to the
// page that they lead to. Pictures of the gallery come from no answer, and nothing is reported of them.

import { api } from './api.js';
import { EventBatch } from './eventBatch.js';
import { userId } from './user.js';

const PLATFORM = 'web';
const REPORT_EVERY_MS = 5000;
const REPORT_AT = 50;
/** How much of a result has to be in view to count as seen. */
const VISIBLE_PART = 0.5;
/** How long what may be taken back is held before it is reported. */
const HELD_MS = 10_000;

const batch = new EventBatch();
const origins = new WeakMap();
const seen = new IntersectionObserver(noteSeen, { threshold: VISIBLE_PART });
const held = new Set();
let timer = null;

/** Notes that something was done, once per answer, picture and kind. Nothing happens without an origin. */
export function note(kind, origin) {
  if (origin) {
    keep(eventOf(kind, origin));
  }
}

/** As `note`, but held for a while: gives what takes it back until then. */
export function noteUnlessTakenBack(kind, origin) {
  const event = eventOf(kind, origin);
  const letGo = () => {
    clearTimeout(wait);
    held.delete(letGo) && keep(event);
  };
  const wait = setTimeout(letGo, HELD_MS);
  held.add(letGo);
  return () => held.delete(letGo);
}

function eventOf(kind, origin) {
  return {
    eventId: crypto.randomUUID(),
    kind,
    requestId: origin.requestId,
    query: origin.query,
    imageId: origin.imageId,
    rank: origin.rank,
    platform: PLATFORM,
    user: userId(),
    occurredAt: new Date().toISOString(),
  };
}

function keep(event) {
  if (batch.add([event.kind, event.requestId, event.imageId].join(' '), event)) {
    batch.size >= REPORT_AT ? report() : (timer ??= setTimeout(report, REPORT_EVERY_MS));
  }
}

/** Notes an impression as soon as an element that shows a result is in view. */
export function noteWhenSeen(target, origin) {
  origins.set(target, origin);
  seen.observe(target);
}

function noteSeen(entries) {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) {
      seen.unobserve(target);
      note('impression', origins.get(target));
    }
  }
}

/** Sends what waits. What fails for now is sent with the next events; what is refused is refused for ever. */
async function report() {
  clearTimeout(timer);
  timer = null;
  const events = batch.take();
  if (events.length === 0) {
    return;
  }
  try {
    await api.report(events);
  } catch (failure) {
    if (failure.passing) {
      batch.putBack(events);
    }
  }
}

/** The page may not be seen again: nothing is held or waits any longer. */
function leave() {
  if (document.visibilityState === 'hidden') {
    held.forEach((letGo) => letGo());
    report();
  }
}

document.addEventListener('visibilitychange', leave);
