import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetPin, rememberPin, withFreshPins } from '../../page/freshPins.js';

const pin = (id, boardId = 'b') => ({ id, boardId, imageId: 'i' });
const ids = (pins) => pins.map(({ id }) => id);

test('withFreshPins, of what the list does not know yet, puts it first, newest first', () => {
  ['1', '2'].forEach((id) => rememberPin(pin(id)));
  rememberPin(pin('3', 'other'));
  assert.deepEqual(ids(withFreshPins('b', [pin('0')])), ['2', '1', '0']);
});

test('withFreshPins, of what the list knows by now, has it once and forgets it', () => {
  assert.deepEqual(ids(withFreshPins('b', [pin('2'), pin('1')])), ['2', '1']);
  assert.deepEqual(ids(withFreshPins('b', [])), []);
});

test('forgetPin, of a pin that was taken off again, leaves it out', () => {
  rememberPin(pin('4'));
  forgetPin('4');
  assert.deepEqual(ids(withFreshPins('b', [])), []);
});
