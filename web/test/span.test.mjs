import { test } from 'node:test';
import assert from 'node:assert/strict';
import { dayAt, shareOf, showsAll } from '../src/span.js';

test('shares are held to the window', () => {
  assert.deepEqual([shareOf(50, [0, 100]), shareOf(-5, [0, 100]), shareOf(500, [0, 100])], [0.5, 0, 1]);
  assert.equal(dayAt(0.25, [0, 100]), 25);
  assert.equal(showsAll([0, 100], [0, 100]), true);
  assert.equal(showsAll([0, 50], [0, 100]), false);
});
