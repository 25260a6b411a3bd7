// Loads the parts of a large archive that views lack. Each is a script, over http and from a folder alike, that hands its
// number and its bytes to the one global function `tawarikhFragment`, which takes only what is being waited for.
import { beside } from './home.js';
import { unpacked } from './unpack.js';

/** The number that the engine's later part has among fragments: no archive has as many. */
export const LATER = 0xffffffff;
/** How many are on their way at the same time. */
const AT_ONCE = 16;
/** So many are begun in one task of the page: to begin one takes as long as to draw a mark or two. */
const TOGETHER = 4;
/** A fragment that is asked for more often than this counts as lost: views that never have enough must end. */
const OFTEN = 40;
/** After so many milliseconds a fragment counts as lost. */
const PATIENCE = 30_000;

/** The file of a fragment, as a path from the page. */
export function fragmentFile(folder, number) {
  if (number === LATER) return 'later.js';
  return `${folder}/${pad(number >> 8, 3)}/${pad(number, 5)}.js`;
}

/**
 * Loads fragments and hands them to `archive`; one that is missing or damaged is given up. The engine keeps only so much: what
 * it has let go it names again, and it is loaded again.
 *
 * `want(lists, age)` names what the page's views lacked when `settled()` was `age`, first things first, in place of what they
 * lacked before: what is no longer wanted is not begun, nor what has come since. `listen(arrived)` calls back whenever all of one list is settled. `load(list)` is a promise for others.
 * `settled()` counts what came or was given up, `progress()` tells `{ done, all }` of what was wanted since the page last
 * lacked nothing.
 */
export function fragmentLoader(archive, folder) {
  const underway = new Set();
  const times = new Map();
  const ages = new Map();
  let settled = 0;
  let wanted = [];
  let promised = [];
  let soon = 0;
  let tally = new Set();
  let arrived = () => {};

  const fill = () => {
    const next = [...wanted, ...promised.map(({ list }) => list)].flatMap((list) => [...list]).filter((number) => !underway.has(number));
    const room = Math.min(AT_ONCE - underway.size, TOGETHER);
    for (const number of new Set(next.slice(0, room))) begin(number);
    if (next.length > TOGETHER && underway.size < AT_ONCE) fillSoon();
  };
  // Whoever asked is done before the others are begun.
  const fillSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(fill);
  };
  const begin = async (number) => {
    underway.add(number);
    times.set(number, (times.get(number) ?? 0) + 1);
    try {
      if (times.get(number) > OFTEN) throw new Error('The engine asks for it again and again.');
      await archive.supply(number, new Uint8Array(await unpacked(await script(fragmentFile(folder, number), number))));
    } catch {
      archive.lose(number);
    }
    underway.delete(number);
    settled += 1;
    ages.set(number, settled);
    const done = [...wanted, ...promised.map(({ list }) => list)].filter((list) => list.delete(number) && list.size === 0);
    fill();
    for (const { list, keep } of promised) if (list.size === 0) keep();
    promised = promised.filter(({ list }) => list.size > 0);
    if (wanted.some((list) => done.includes(list))) arrived();
  };

  return {
    want(lists, age) {
      const lacking = lists.map((list) => list.filter((number) => !(ages.get(number) > age)));
      wanted = lacking.filter((list) => list.length > 0).map((list) => new Set(list));
      if (lists.length === 0) tally = new Set();
      for (const number of lists.flat()) tally.add(number);
      fill();
      // All of a list has come while the view was painted: it can be asked anew.
      if (wanted.length < lists.length) queueMicrotask(() => arrived());
    },
    load: (list) =>
      new Promise((keep) => {
        if (list.length === 0) return void keep();
        promised.push({ list: new Set(list), keep });
        fill();
      }),
    listen: (act) => (arrived = act),
    settled: () => settled,
    progress: () => ({ done: tally.size - new Set(wanted.flatMap((list) => [...list])).size, all: tally.size }),
  };
}

const awaited = new Map();

// The text that the script at `file` hands over under `number`.
function script(file, number) {
  // A page in one file carries the engine's later part inside of it.
  if (number === LATER && globalThis.TAWARIKH_LATER) return globalThis.TAWARIKH_LATER;
  globalThis.tawarikhFragment ??= (given, text) => awaited.get(given)?.(text);
  const element = Object.assign(document.createElement('script'), { src: beside(file) });
  let patience = 0;
  return new Promise((resolve, reject) => {
    awaited.set(number, resolve);
    element.onerror = reject;
    // Loaded, yet it never called: another file, or one cut short. After a call this changes nothing.
    element.onload = reject;
    patience = setTimeout(reject, PATIENCE);
    document.head.append(element);
  }).finally(() => {
    clearTimeout(patience);
    awaited.delete(number);
    element.remove();
  });
}

function pad(number, width) {
  return String(number).padStart(width, '0');
}
