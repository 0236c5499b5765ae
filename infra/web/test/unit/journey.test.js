import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rows } from '../../page/journey.js';

const span = (id, parentId, startMs, tookMs = 1) => ({ id, parentId, startMs, tookMs, name: id });

test('rows, put each span below its parent, by their start', () => {
  const spans = [span('work', 'ingest', 30), span('decode', 'work', 34), span('download', 'work', 31), span('ingest', 'client', 10, 5), span('wait', 'ingest', 15)];
  assert.deepEqual(
    rows(spans).map(({ span: { id }, depth, from }) => [id, depth, from]),
    [
      ['ingest', 0, 0],
      ['wait', 1, 5],
      ['work', 1, 20],
      ['download', 2, 21],
      ['decode', 2, 24],
    ],
  );
});

test('rows, of spans whose parents are not known, are all at the edge', () => {
  assert.deepEqual(
    rows([span('b', 'x', 2), span('a', undefined, 1)]).map(({ span: { id }, depth }) => [id, depth]),
    [
      ['a', 0],
      ['b', 0],
    ],
  );
});

test('rows, of a deep trace, end at the deepest step that the page shows', () => {
  const chain = Array.from({ length: 10 }, (_, i) => span(`s${i}`, i === 0 ? undefined : `s${i - 1}`, i));
  assert.equal(Math.max(...rows(chain).map((row) => row.depth)), 6);
});
