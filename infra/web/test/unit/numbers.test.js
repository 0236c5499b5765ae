import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentences } from '../../page/numbers.js';

const QUIET = { imagesLost: 0, partialAnswers: 0, worker: { machines: [] } };

test('sentences, of a quiet hour, say that nothing happened', () => {
  assert.deepEqual(sentences(QUIET), ['No image became searchable', 'Nobody asked', 'No GPU']);
});

test('sentences, of one minute, are singular', () => {
  const told = { ...QUIET, worker: { machines: [{ device: 'cpu', hours: 1 / 60, usd: 0.003 }] } };
  assert.ok(sentences(told).includes('Workers on CPU ran 1 minute: USD 0.003 if it were rented'));
});

test('sentences, of a busy hour, have all numbers', () => {
  const told = {
    freshness: { count: 20, p50: 1240, p95: 3000 },
    imagesLost: 2,
    answerTime: { count: 1000, p50: 12.4, p95: 80 },
    partialAnswers: 3,
    dots: { shown: 1, hidden: 3, passRate: 0.25 },
    worker: { embedderBatch: 2.44, machines: [{ device: 'gpu', hours: 0.5, usd: 0.4025 }, { device: 'tpu', hours: 1 }], gpuUtilization: 37.4 },
  };
  assert.deepEqual(sentences(told), [
    'Searchable 1.2 s after the upload, 95 of 100 within 3 s (20 images)',
    '2 images were rejected or failed',
    '1,000 answers, half of them within 12 ms, 95 of 100 within 80 ms; 3 were partial',
    'The gate let 25 % of 4 objects become dots',
    'The embedder was given 2.4 pictures at once',
    'Workers on GPU ran 30 minutes: USD 0.403 if it were rented',
    'Workers on TPU ran 60 minutes: no price is known',
    'GPU busy 37 % of the time',
  ]);
});
