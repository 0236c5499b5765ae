// The HTTP API of the same origin. Every failure is a Problem; an aborted request is the browser's AbortError.

import { userId } from './user.js';

/** What went wrong, in the API's words: `code` is stable, `status` is 0 if there was no answer at all. */
export class Problem extends Error {
  constructor(status, code, detail, requestId = null) {
    super(detail);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }

  /** Whether the same question may succeed soon. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

async function send(path, options = {}) {
  const response = await answer(path, options);
  if (!response.ok) {
    throw await problem(response);
  }
  return response.status === 204 ? null : response.json();
}

async function answer(path, options) {
  try {
    return await fetch(path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Problem(0, 'no-answer', 'Sightline does not answer.');
  }
}

async function problem(response) {
  try {
    const told = await response.json();
    return new Problem(response.status, told.code ?? 'unknown', told.detail ?? told.title ?? told.message, told.requestId);
  } catch {
    return new Problem(response.status, 'unknown', `The answer has status ${response.status} and says no more.`);
  }
}

function nothingIfMissing(problem) {
  if (problem.status === 404 || problem.status === 403) {
    return null;
  }
  throw problem;
}

function json(method, body, signal) {
  return { method, signal, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function path(parts, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return `/v1/${parts.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

/** Results in each group of an answer. */
const LIMIT = 24;

export const api = {
  status: (signal) => send('/v1/status', { signal }),
  engagement: (signal) => send('/v1/engagement', { signal }),
  /** The report of the last evaluation, a file beside the page; null if there is none. */
  evaluation: (signal) => send('/evaluation.json', { signal }).catch(nothingIfMissing),
  /** The numbers of the last hour, beside the page as the report is; null if they are kept elsewhere. */
  metrics: (signal) => send('/metrics.json', { signal }).catch(nothingIfMissing),
  /** The latest traces that came across an image, likewise. */
  traces: (imageId, signal) => send(`/traces.json?image=${encodeURIComponent(imageId)}`, { signal }).catch(nothingIfMissing),
  images: (parameters, signal) => send(path(['images'], parameters), { signal }),
  image: (id, signal) => send(path(['images', id]), { signal }),
  related: (id, signal) => send(path(['images', id, 'related'], { limit: LIMIT, user: userId() }), { signal }),
  objects: (id, signal) => send(path(['images', id, 'objects']), { signal }),
  flashlight: (question, signal) => send('/v1/flashlight', json('POST', { limit: LIMIT, ...question }, signal)),
  lens: (photo, signal) => send(path(['lens'], { limit: LIMIT }), { method: 'POST', signal, headers: { 'Content-Type': photo.type }, body: photo }),
  lensAgain: (question, signal) => send('/v1/lens', json('POST', { limit: LIMIT, ...question }, signal)),
  grant: (file, signal) => send('/v1/uploads', json('POST', file, signal)),
  boards: (parameters, signal) => send(path(['boards'], parameters), { signal }),
  board: (id, signal) => send(path(['boards', id]), { signal }),
  makeBoard: (name) => send('/v1/boards', json('POST', { name })),
  changeBoard: (id, { name, description }) => send(path(['boards', id]), json('PUT', { name, description })),
  deleteBoard: (id) => send(path(['boards', id]), { method: 'DELETE' }),
  pinsOf: (board, parameters, signal) => send(path(['boards', board, 'pins'], parameters), { signal }),
  save: (imageId, boardId) => send('/v1/pins', json('POST', { imageId, boardId })),
  unsave: (pin) => send(path(['pins', pin]), { method: 'DELETE' }),
  report: (events) => send('/v1/events', { ...json('POST', { events }), keepalive: true }),
};

export function thumbnailOf(id) {
  return path(['images', id, 'thumbnail']);
}

export function originalOf(id) {
  return path(['images', id, 'original']);
}
