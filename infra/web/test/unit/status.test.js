import assert from 'node:assert/strict';
import { test } from 'node:test';
import { age, summary } from '../../page/status.js';

const STATUS = { sources: { indexed: 429, pending: 0, rejected: 2 }, policy: 'standard-2', modelSet: 'm', freshness: { newestIndexedAgeSeconds: 75, medianSeconds: 2 } };

test('summary, nothing waits, says how many pictures and how fresh', () => {
  assert.equal(summary(STATUS).text, '429 pictures');
  assert.equal(summary(STATUS).more, ', newest 1 min old');
});

test('summary, something waits, says how long', () => {
  const busy = { ...STATUS, sources: { indexed: 5, pending: 12 }, oldestPendingSeconds: 8.2 };
  assert.equal(summary(busy).text, '12 waiting');
  assert.equal(summary(busy).more, ', oldest 8 s');
  assert.equal(summary(busy).waiting, 12);
});

test('summary, an empty system, says so', () => {
  assert.equal(summary({ sources: {}, policy: 'p' }).text, '0 pictures');
});

test('age, of any length, is in the largest unit that fits', () => {
  assert.deepEqual([3, 61, 7200, 200000].map(age), ['3 s', '1 min', '2 h', '2 d']);
});
