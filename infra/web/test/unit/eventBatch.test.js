import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventBatch } from '../../page/eventBatch.js';

test('add, the same key twice, keeps the first', () => {
  const batch = new EventBatch();
  assert.equal(batch.add('a', 1), true);
  assert.equal(batch.add('a', 2), false);
  assert.deepEqual(batch.take(), [1]);
});

test('add, a key that was taken before, is not kept again', () => {
  const batch = new EventBatch();
  batch.add('a', 1);
  batch.take();
  assert.equal(batch.add('a', 2), false);
  assert.equal(batch.size, 0);
});

test('take, of more than fit, gives the oldest and leaves the others', () => {
  const batch = new EventBatch();
  [1, 2, 3].forEach((event) => batch.add(String(event), event));
  assert.deepEqual(batch.take(2), [1, 2]);
  assert.deepEqual(batch.take(2), [3]);
});

test('putBack, of what failed, comes before what came since', () => {
  const batch = new EventBatch();
  batch.add('a', 1);
  const taken = batch.take();
  batch.add('b', 2);
  batch.putBack(taken);
  assert.deepEqual(batch.take(), [1, 2]);
});
