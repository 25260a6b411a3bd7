import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isWhole, remembered } from '../src/remembered.js';

const counted = (answers, age = () => 0, room) => {
  const asked = [];
  const ask = remembered((word) => (asked.push(word), answers(word)), age, room);
  return { ask, asked };
};

test('the same question is asked once', () => {
  const { ask, asked } = counted((word) => ({ word }));
  assert.equal(ask('سد'), ask('سد'));
  assert.deepEqual(asked, ['سد']);
});

test('an answer that lacks fragments is asked for again when some have come, and only then', () => {
  let age = 0;
  const { ask, asked } = counted(() => ({ pending: age < 2 ? [7] : [] }), () => age);
  ask('سد');
  ask('سد');
  assert.equal(asked.length, 1);
  age = 1;
  assert.ok(!isWhole(ask('سد')));
  age = 2;
  assert.ok(isWhole(ask('سد')));
  age = 3;
  ask('سد');
  assert.equal(asked.length, 3);
});

test('as many answers are kept as there is room for', () => {
  const { ask, asked } = counted((word) => ({ word }), () => 0, 2);
  for (const word of ['a', 'b', 'a', 'b', 'c', 'a']) ask(word);
  assert.deepEqual(asked, ['a', 'b', 'c', 'a']);
});
