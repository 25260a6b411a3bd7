import { test } from 'node:test';
import assert from 'node:assert/strict';
import { afterPaint, beforePaint, inTurns } from '../src/turns.js';

// A page whose frames come when the test says so.
function page({ hidden }) {
  const frames = [];
  globalThis.document = { hidden };
  globalThis.requestAnimationFrame = (act) => frames.push(act);
  const frame = async () => {
    for (const act of frames.splice(0)) act();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { frames, frame };
}

test('the first act is done at once, each other behind the frame of the one before', async () => {
  const { frame } = page({ hidden: false });
  const done = [];
  inTurns()(['hits', 'facets', 'timeline'].map((name) => () => done.push(name)));
  assert.deepEqual(done, ['hits']);
  await frame();
  assert.deepEqual(done, ['hits', 'facets']);
  await frame();
  assert.deepEqual(done, ['hits', 'facets', 'timeline']);
});

test('acts given anew take the place of what is left', async () => {
  const { frame } = page({ hidden: false });
  const done = [];
  const turns = inTurns();
  turns([() => done.push('old hits'), () => done.push('old timeline')]);
  turns([() => done.push('hits'), () => done.push('timeline')]);
  await frame();
  await frame();
  assert.deepEqual(done, ['old hits', 'hits', 'timeline']);
});

test('an act that fails ends its row', async () => {
  const { frames } = page({ hidden: false });
  const fail = () => {
    throw new Error('no');
  };
  assert.throws(() => inTurns()([fail, () => assert.fail('done all the same')]), /no/);
  assert.equal(frames.length, 0);
});

test('a page that nobody sees waits for no frame', async () => {
  const { frames } = page({ hidden: true });
  await new Promise((resolve) => afterPaint(resolve));
  assert.equal(frames.length, 0);
});

test('what is measured is measured with the next frame, and at once where there is none', async () => {
  const seen = page({ hidden: false });
  const done = [];
  beforePaint(() => done.push('in the frame'));
  assert.deepEqual(done, []);
  await seen.frame();
  assert.deepEqual(done, ['in the frame']);
  page({ hidden: true });
  beforePaint(() => done.push('at once'));
  assert.deepEqual(done, ['in the frame', 'at once']);
});
