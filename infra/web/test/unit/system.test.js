import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facts, rates } from '../../page/system.js';

const STATUS = { images: 429, objects: 77, policy: 'standard-2', modelSet: 'm', freshness: { images: 20, medianSeconds: 2 } };

test('facts, of a system at rest, leave out what there is not', () => {
  assert.deepEqual(facts(STATUS), ['429 searchable pictures with 77 objects', 'searchable 2 s after the upload (median of the last 20)', 'policy standard-2', 'models m']);
  assert.deepEqual(facts({ images: 0, objects: 0, policy: 'p' }), ['0 searchable pictures with 0 objects', 'policy p']);
});

test('facts, of a build that tells itself, name version and commit', () => {
  assert.equal(facts({ ...STATUS, version: '0.2.0', commit: '0123456789ab+' }).at(-1), 'Sightline 0.2.0 (0123456789ab+)');
});

test('facts, while something waits, say how long', () => {
  assert.ok(facts({ ...STATUS, oldestPendingSeconds: 70 }).includes('the longest wait is 1 min'));
});

test('rates, are shares of all impressions', () => {
  const day = (impression, click) => ({ counts: { impression, 'close-up': 0, click, save: 0 } });
  assert.deepEqual(rates([day(900, 10), day(1100, 30)]), ['2,000 impressions', '0.0 % close-up', '2.0 % click', '0.0 % save']);
  assert.deepEqual(rates([day(0, 0)]), []);
});
