import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from '../../page/route.js';

test('placeOf, each page, has its name and what it is about', () => {
  assert.deepEqual(placeOf('/'), { name: 'gallery' });
  assert.deepEqual(placeOf('/image/12ab'), { name: 'image', id: '12ab' });
  assert.deepEqual(placeOf('/boards'), { name: 'boards' });
  assert.deepEqual(placeOf('/boards/b_1-2'), { name: 'board', id: 'b_1-2' });
});

test('placeOf, a path that is none, is nowhere', () => {
  assert.deepEqual(placeOf('/image/'), { name: 'nowhere' });
  assert.deepEqual(placeOf('/image/../x'), { name: 'nowhere' });
});
