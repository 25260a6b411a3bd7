import { test, afterEach, beforeEach } from 'node:test';
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { LATER, fragmentFile, fragmentLoader } from '../src/fragments.js';
import { unpacked } from '../src/unpack.js';

const packed = (text) => gzipSync(Buffer.from(text)).toString('base64');
const tick = () => new Promise((resolve) => setTimeout(resolve));
// Until so many fragments have come or were given up.
const settled = async (loader, count) => {
  while (loader.settled() < count) await tick();
};

// Scripts that are added wait in `scripts` until the test runs them.
let scripts;
beforeEach(() => {
  scripts = [];
  globalThis.document = { createElement: () => ({ remove() {} }), head: { append: (script) => scripts.push(script) } };
});
afterEach(() => scripts.forEach((script) => script.onerror?.(new Error('over'))));
const later = () => new Promise((resolve) => setImmediate(resolve));
const deliver = (script, number, text) => {
  globalThis.tawarikhFragment(number, packed(text));
  script.onload();
};

function loading() {
  const seen = { supplied: [], lost: [], arrivals: 0 };
  const archive = {
    supply(number, bytes) {
      const text = new TextDecoder().decode(bytes);
      if (text === 'foreign') throw { code: 'fragment-foreign' };
      seen.supplied.push([number, text]);
    },
    lose: (number) => seen.lost.push(number),
  };
  const loader = fragmentLoader(archive, 'fragments/0a1b');
  loader.listen(() => (seen.arrivals += 1));
  return { seen, loader };
}

test('a fragment lies in its folder of 256', () => {
  assert.equal(fragmentFile('fragments/0a1b', 0), 'fragments/0a1b/000/00000.js');
  assert.equal(fragmentFile('fragments/0a1b', 1234), 'fragments/0a1b/004/01234.js');
});

test('what a view lacks is loaded once, and told when all of it is there', async () => {
  const { seen, loader } = loading();
  loader.want([[3, 5]]);
  loader.want([[3, 5]]);
  assert.deepEqual(scripts.map(({ src }) => src), ['fragments/0a1b/000/00003.js', 'fragments/0a1b/000/00005.js']);
  deliver(scripts[0], 3, 'نهر');
  await settled(loader, 1);
  assert.deepEqual([seen.supplied, seen.arrivals, loader.progress()], [[[3, 'نهر']], 0, { done: 1, all: 2 }]);
  deliver(scripts[1], 5, 'جسر');
  await settled(loader, 2);
  assert.deepEqual([seen.supplied.length, seen.arrivals, loader.settled()], [2, 1, 2]);
});

test('a missing, a damaged and a foreign file are given up, each for itself', async () => {
  const { seen, loader } = loading();
  loader.want([[1, 2, 3, 4]]);
  scripts[0].onerror(new Error('missing'));
  globalThis.tawarikhFragment(2, 'not base64!');
  scripts[1].onload();
  deliver(scripts[2], 3, 'foreign');
  scripts[3].onload();
  await settled(loader, 4);
  assert.deepEqual([seen.supplied, seen.lost.sort(), seen.arrivals], [[], [1, 2, 3, 4], 1]);
});

test('nothing is taken that is not waited for', async () => {
  const { seen, loader } = loading();
  loader.want([[1]]);
  globalThis.tawarikhFragment(9, packed('x'));
  deliver(scripts[0], 1, 'نهر');
  globalThis.tawarikhFragment(1, packed('again'));
  await settled(loader, 1);
  assert.deepEqual(seen.supplied, [[1, 'نهر']]);
});

test('at most four are begun in one task, sixteen are on their way, and what is wanted no longer is not begun', async () => {
  const { seen, loader } = loading();
  loader.want([Array.from({ length: 40 }, (_, number) => number)]);
  const counts = [scripts.length];
  while (scripts.length < 16) {
    await later();
    if (scripts.length > counts.at(-1)) counts.push(scripts.length);
  }
  assert.deepEqual(counts, [4, 8, 12, 16]);
  loader.want([[99]]);
  deliver(scripts[0], 0, 'x');
  await settled(loader, 1);
  assert.deepEqual(scripts.slice(16).map(({ src }) => src), ['fragments/0a1b/000/00099.js']);
  assert.deepEqual(seen.supplied, [[0, 'x']]);
});

test('others are promised what they ask for, where there is nothing at once', async () => {
  const { seen, loader } = loading();
  const kept = [];
  loader.load([4, 2]).then(() => kept.push('both'));
  deliver(scripts[0], 4, 'x');
  await settled(loader, 1);
  loader.load([]).then(() => kept.push('none'));
  await tick();
  assert.deepEqual([kept, scripts.length], [['none'], 2]);
  deliver(scripts[1], 2, 'y');
  await settled(loader, 2);
  assert.deepEqual([kept, seen.arrivals], [['none', 'both'], 0]);
});

test('what the engine has let go and names again is loaded again, though not for ever', async () => {
  const { seen, loader } = loading();
  for (let time = 0; seen.lost.length === 0; time += 1) {
    assert.ok(time < 100, 'it goes on and on');
    loader.want([[8]]);
    if (scripts[time]) deliver(scripts[time], 8, 'x');
    await settled(loader, time + 1);
  }
  assert.ok(seen.supplied.length > 10);
  assert.deepEqual(seen.lost, [8]);
});

test('long texts are unpacked in slices to the same bytes', async () => {
  let seed = 7;
  const bytes = Uint8Array.from({ length: 1_500_000 }, () => (seed = (seed * 48_271) % 2_147_483_647) & 255);
  assert.deepEqual(new Uint8Array(await unpacked(gzipSync(bytes).toString('base64'))), bytes);
});

test('a text cut short is refused', async () => {
  const whole = packed('نهر '.repeat(500));
  await assert.rejects(unpacked(whole.slice(0, 40)));
});

test('the later part of the engine lies beside the page', () => {
  assert.equal(fragmentFile(undefined, LATER), 'later.js');
});

test('what came while a view was painted is not asked for again, and the view is asked anew', async () => {
  const { seen, loader } = loading();
  loader.want([[1, 2]]);
  const age = loader.settled();
  deliver(scripts[0], 1, 'نهر');
  await settled(loader, 1);
  // A view of before: of its first list one is here and one on its way, of its second all is here.
  loader.want([[1, 2], [1]], age);
  assert.equal(scripts.length, 2);
  await tick();
  assert.equal(seen.arrivals, 1, 'for the second list');
  deliver(scripts[1], 2, 'جسر');
  await settled(loader, 2);
  assert.equal(seen.arrivals, 2, 'for the first list');
});

test('what the engine has let go is loaded again', async () => {
  const { seen, loader } = loading();
  loader.want([[1]]);
  deliver(scripts[0], 1, 'نهر');
  await settled(loader, 1);
  loader.want([[1]], loader.settled());
  deliver(scripts[1], 1, 'نهر');
  await settled(loader, 2);
  assert.equal(seen.supplied.length, 2);
});
