import { test } from 'node:test';
import assert from 'node:assert/strict';
import { grown } from '../src/growing.js';

const nextFrames = async (count) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise((resolve) => setTimeout(resolve));
};

function place() {
  globalThis.document = { hidden: true };
  const drawn = [];
  const root = { isConnected: true };
  const show = (weights) => grown(root, { items: weights.map((weight, at) => ({ id: `${weights.length}-${at}`, weight })), key: ({ id }) => id, weight: ({ weight }) => weight, room: 10 }, (part, isAll) => drawn.push([part.length, isAll]));
  return { drawn, root, show };
}

test('a frame takes what it has room for, and the next ones the rest', async () => {
  const { drawn, show } = place();
  show([4, 4, 4, 4, 4]);
  assert.deepEqual(drawn, [[2, false]]);
  await nextFrames(3);
  assert.deepEqual(drawn, [[2, false], [4, false], [5, true]]);
});

test('what no frame has room for comes alone', async () => {
  const { drawn, show } = place();
  show([30, 30, 1]);
  await nextFrames(3);
  assert.deepEqual(drawn, [[1, false], [2, false], [3, true]]);
});

test('what stands already takes no room, and what is drawn anew ends the row of before', async () => {
  const { drawn, show } = place();
  show([6, 6]);
  show([6, 6]);
  await nextFrames(2);
  assert.deepEqual(drawn, [[1, false], [2, true]]);
});

test('nothing is drawn in a place that is gone', async () => {
  const { drawn, root, show } = place();
  show([6, 6, 6]);
  root.isConnected = false;
  await nextFrames(3);
  assert.deepEqual(drawn, [[1, false]]);
});

test('an empty list is drawn once', () => {
  const { drawn, show } = place();
  show([]);
  assert.deepEqual(drawn, [[0, true]]);
});
