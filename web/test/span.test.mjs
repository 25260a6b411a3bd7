import { test } from 'node:test';
import assert from 'node:assert/strict';
import { dayAt, moved, shareOf, showsAll, zoomed } from '../src/span.js';

test('zooming keeps the day under the pointer', () => {
  for (const share of [0, 0.25, 0.5, 1]) {
    const window = zoomed([1000, 2000], 2, share);
    assert.equal(window[1] - window[0], 500);
    assert.equal(dayAt(share, window), dayAt(share, [1000, 2000]));
  }
});

test('zooming out undoes zooming in', () => {
  assert.deepEqual(zoomed(zoomed([1000, 2000], 4, 0.3), 0.25, 0.3), [1000, 2000]);
});

test('moving stops at the edges of the domain', () => {
  assert.deepEqual(moved([100, 200], 5, [0, 400]), [300, 400]);
  assert.deepEqual(moved([100, 200], -5, [0, 400]), [0, 100]);
  assert.deepEqual(moved([100, 200], 0.5, [0, 400]), [150, 250]);
});

test('a window wider than the domain starts with it', () => {
  assert.deepEqual(moved([-100, 600], 0.5, [0, 400]), [0, 700]);
});

test('shares are held to the window', () => {
  assert.deepEqual([shareOf(50, [0, 100]), shareOf(-5, [0, 100]), shareOf(500, [0, 100])], [0.5, 0, 1]);
  assert.equal(showsAll([0, 100], [0, 100]), true);
  assert.equal(showsAll([0, 50], [0, 100]), false);
});
