import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizeToSend, USEFUL_SIDE } from '../../page/downscale.js';

test('sizeToSend, of a large photo, is the useful size in its shape', () => {
  assert.deepEqual(sizeToSend(4000, 3000), { width: USEFUL_SIDE, height: 768 });
  assert.deepEqual(sizeToSend(3000, 4000), { width: 768, height: USEFUL_SIDE });
});

test('sizeToSend, of a small photo, is its own size', () => {
  assert.deepEqual(sizeToSend(640, 480), { width: 640, height: 480 });
});

test('sizeToSend, of a very long strip, keeps at least one pixel', () => {
  assert.deepEqual(sizeToSend(100000, 3), { width: USEFUL_SIDE, height: 1 });
});
