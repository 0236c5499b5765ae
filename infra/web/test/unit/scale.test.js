import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scale, shown, ticks } from '../../page/scale.js';

test('scale, straight, maps the ends to 0 and 1', () => {
  assert.deepEqual([10, 15, 20].map(scale(10, 20)), [0, 0.5, 1]);
});

test('scale, logarithmic, maps powers evenly', () => {
  assert.deepEqual([1, 10, 100].map(scale(1, 100, true)), [0, 0.5, 1]);
});

test('scale, of a single value, maps it to the middle', () => {
  assert.equal(scale(7, 7)(7), 0.5);
});

test('ticks, straight, are round and within', () => {
  assert.deepEqual(ticks(0, 1), [0, 0.5, 1]);
  assert.deepEqual(ticks(0.13, 0.47), [0.2, 0.3, 0.4]);
  assert.deepEqual(ticks(-13, 0), [-10, -5, 0]);
  assert.deepEqual(ticks(3, 3), [3]);
});

test('ticks, logarithmic, are powers of ten', () => {
  assert.deepEqual(ticks(20, 4096, true), [100, 1000]);
  assert.deepEqual(ticks(1, 1000, true), [1, 10, 100, 1000]);
});

test('shown, counts and shares, are short', () => {
  assert.deepEqual([0, 12345, 0.36251, 1234.5].map(shown), ['0', '12,345', '0.363', '1,235']);
});
