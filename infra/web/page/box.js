// Boxes: {x, y, w, h} in fractions of the displayed picture, origin top left, right and bottom exclusive.

/** The smallest side that is worth a question. */
export const MIN_SIDE = 0.04;

/** A box that lies in the picture and has a size: first made smaller, then moved. */
export function clamped(box) {
  const w = Math.min(1, Math.max(MIN_SIDE, box.w));
  const h = Math.min(1, Math.max(MIN_SIDE, box.h));
  return { x: between(box.x, 0, 1 - w), y: between(box.y, 0, 1 - h), w, h };
}

export function moved(box, dx, dy) {
  return clamped({ ...box, x: box.x + dx, y: box.y + dy });
}

/** Right and bottom edge move, left and top edge stay; where the picture ends the box ends. */
export function resized(box, dw, dh) {
  const w = between(box.w + dw, MIN_SIDE, 1 - box.x);
  const h = between(box.h + dh, MIN_SIDE, 1 - box.y);
  return clamped({ ...box, w, h });
}

/** The box of a rectangle in pixels on a picture that is shown `width` by `height` pixels large. */
export function fromPixels(rectangle, width, height) {
  return clamped({
    x: rectangle.x / width,
    y: rectangle.y / height,
    w: rectangle.width / width,
    h: rectangle.height / height,
  });
}

export function toPixels(box, width, height) {
  return { x: box.x * width, y: box.y * height, width: box.w * width, height: box.h * height };
}

/** What the API takes: six digits, and never a right or bottom edge beyond 1 by rounding. */
export function rounded(box) {
  const x = digits(box.x);
  const y = digits(box.y);
  return { x, y, w: digits(Math.min(box.w, 1 - x)), h: digits(Math.min(box.h, 1 - y)) };
}

export function center(box) {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

export function inWords(box) {
  const percent = (part) => `${Math.round(part * 100)} %`;
  return `${percent(box.x)} from the left, ${percent(box.y)} from the top, ${percent(box.w)} wide, ${percent(box.h)} high`;
}

function digits(value) {
  return Math.floor(value * 1e6) / 1e6;
}

function between(value, least, most) {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
