// What other scripts may ask of the page: `globalThis.tawarikh`.
//
//   open()                       a promise that is kept once the archive is open
//   search(query)                hits, facets and notes, as the page receives them
//   timeline(query, window)      the matching events laid out for `{ first, last, width, lanes }`
//   document(number)             one document to read
//
// Two performance marks tell how long a visit took: `tawarikh-open` (the archive is open) and `tawarikh-shown` (the first
// results are painted).
import { openArchive } from './engine.js';
import { START, request } from './state.js';

/** Publishes the interface; `open` gives the archive, opening it once for the page and for everyone. */
export function publish() {
  let archive = null;
  let opened = null;
  const open = () => (opened ??= openArchive().then((ready) => (archive = ready)));
  const asked = (query) => request({ ...START, query: String(query ?? '') });
  globalThis.tawarikh = Object.freeze({
    open: () => open().then(() => undefined),
    search: (query) => ready(archive).search(asked(query)),
    timeline: (query, window) => ready(archive).timeline(asked(query), { ...START.plot, ...window }),
    document: (number) => ready(archive).document(number, asked('')),
  });
  return open;
}

function ready(archive) {
  if (archive === null) throw new Error('Wait for tawarikh.open() first.');
  return archive;
}
