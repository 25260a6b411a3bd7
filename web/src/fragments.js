// Loads the parts of a large archive that views lack. Each is a script, over http and from a folder alike, that hands its
// number and its bytes to the one global function `tawarikhFragment`, which takes only what is being waited for.
import { unpacked } from './unpack.js';

/** How many are on their way at the same time. */
const AT_ONCE = 16;
/** After so many milliseconds a fragment counts as lost. */
const PATIENCE = 30_000;

/** The file of a fragment, as a path from the page. */
export function fragmentFile(folder, number) {
  return `${folder}/${pad(number >> 8, 3)}/${pad(number, 5)}.js`;
}

/**
 * Loads what `want(lists)` names and hands it to `archive`, each fragment once; one that is missing or damaged is given up.
 * `arrived()` is called whenever all of one list is settled. Lists that are no longer wanted are not begun.
 *
 * `settled()` counts what came or was given up, `progress()` tells `{ done, all }` of the lists wanted since the loader last
 * had nothing to do.
 */
export function fragmentLoader(archive, folder, arrived) {
  const begun = new Set();
  const settled = new Set();
  let lists = [];
  let tally = new Set();

  const want = (wanted) => {
    lists = wanted.map((list) => list.filter((number) => !settled.has(number))).filter((list) => list.length > 0);
    if (lists.length === 0) tally = new Set();
    for (const number of lists.flat()) tally.add(number);
    fill();
  };
  const fill = () => {
    const waiting = lists.flat().filter((number) => !begun.has(number));
    for (const number of waiting) {
      if (begun.size - settled.size >= AT_ONCE) return;
      if (!begun.has(number)) load(number);
    }
  };
  const load = async (number) => {
    begun.add(number);
    try {
      archive.supply(number, new Uint8Array(await unpacked(await script(fragmentFile(folder, number), number))));
    } catch {
      archive.lose(number);
    }
    settled.add(number);
    fill();
    if (lists.some((list) => list.includes(number) && list.every((one) => settled.has(one)))) arrived();
  };

  return {
    want,
    settled: () => settled.size,
    progress: () => ({ done: [...tally].filter((number) => settled.has(number)).length, all: tally.size }),
  };
}

const awaited = new Map();

// The text that the script at `file` hands over under `number`.
function script(file, number) {
  globalThis.tawarikhFragment ??= (given, text) => awaited.get(given)?.(text);
  const element = Object.assign(document.createElement('script'), { src: file });
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
