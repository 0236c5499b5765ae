import assert from 'node:assert/strict';
import { test } from 'node:test';
import { center, clamped, fromPixels, inWords, MIN_SIDE, moved, resized, rounded, toPixels } from '../../page/box.js';

const BOX = { x: 0.25, y: 0.25, w: 0.5, h: 0.5 };

test('clamped, a box inside, is the same', () => {
  assert.deepEqual(clamped(BOX), BOX);
});

test('clamped, a box that is too large, fills the picture', () => {
  assert.deepEqual(clamped({ x: -1, y: 0.5, w: 3, h: 2 }), { x: 0, y: 0, w: 1, h: 1 });
});

test('clamped, a box without size, gets the smallest one and stays inside', () => {
  assert.deepEqual(clamped({ x: 1, y: 0, w: 0, h: 0 }), { x: 1 - MIN_SIDE, y: 0, w: MIN_SIDE, h: MIN_SIDE });
});

test('moved, beyond an edge, stops there and keeps its size', () => {
  assert.deepEqual(moved(BOX, 0.9, -0.9), { x: 0.5, y: 0, w: 0.5, h: 0.5 });
});

test('resized, beyond an edge, ends there and keeps its place', () => {
  assert.deepEqual(resized(BOX, 0.9, -0.9), { x: 0.25, y: 0.25, w: 0.75, h: MIN_SIDE });
});

test('fromPixels and toPixels, of the same picture, are each other reversed', () => {
  const pixels = toPixels(BOX, 640, 480);
  assert.deepEqual(pixels, { x: 160, y: 120, width: 320, height: 240 });
  assert.deepEqual(fromPixels(pixels, 640, 480), BOX);
});

test('rounded, of any box, never leaves the picture', () => {
  for (let i = 1; i < 2000; i += 1) {
    const x = (i * 0.61803398875) % 1;
    const box = rounded(clamped({ x, y: 1 - x, w: 1 - x, h: x }));
    assert.ok(box.x >= 0 && box.y >= 0 && box.w > 0 && box.h > 0, JSON.stringify(box));
    assert.ok(box.x + box.w <= 1 && box.y + box.h <= 1, JSON.stringify(box));
  }
});

test('center, of a box, is its middle', () => {
  assert.deepEqual(center(BOX), { x: 0.5, y: 0.5 });
});

test('inWords, of a box, says all four numbers', () => {
  assert.equal(inWords({ x: 0.1, y: 0.2, w: 0.3, h: 0.4 }), '10 % from the left, 20 % from the top, 30 % wide, 40 % high');
});
