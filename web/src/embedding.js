// What other scripts may ask of the page: `globalThis.tawarikh`.
//
//   open()                       a promise that is kept once the archive is open and the whole engine is there
//   about()                      what the archive is
//   search(query)                hits, facets and notes, as the page receives them
//   ranked(query)                the numbers of the best documents as `best`, and facets, without texts
//   timeline(query, window)      the matching events laid out for `{ first, last, width, lanes }`
//   document(number)             one document to read
//   events(query, page), happenings(query, page), figures(query, page)    rows, for `{ offset, limit }`
//
// Where the archive is in fragments, an answer names those that it lacks as `pending`, and is only as whole as they are few;
// `load(answer)` is a promise that is kept once they are there, to ask again.
//
// Two performance marks tell how long a visit took: `tawarikh-open` (the archive is open) and `tawarikh-shown` (the first
// results are painted).
import { openArchive } from './engine.js';
import { fragmentLoader } from './fragments.js';
import { START, request } from './state.js';

/** Publishes the interface; `open` gives archive and loader, opening the archive once for the page and for everyone. */
export function publish() {
  let now = null;
  let opened = null;
  const open = () => (opened ??= openArchive().then((archive) => (now = { archive, loader: fragmentLoader(archive, archive.about().fragments?.folder) })));
  const ready = () => {
    if (now === null) throw new Error('Wait for tawarikh.open() first.');
    return now;
  };
  const asked = (query) => request({ ...START, query: String(query ?? '') });
  globalThis.tawarikh = Object.freeze({
    open: () => open().then(({ archive, loader }) => loader.load(archive.lacks())),
    about: () => ready().archive.about(),
    search: (query) => ready().archive.search(asked(query)),
    ranked: (query) => ready().archive.ranked(asked(query)),
    timeline: (query, window) => ready().archive.timeline(asked(query), { ...START.plot, ...window }),
    document: (number) => ready().archive.document(number, asked('')),
    ...Object.fromEntries(['events', 'happenings', 'figures'].map((rows) => [rows, (query, page) => ready().archive[rows](asked(query), { offset: 0, limit: 100, ...page })])),
    load: ({ pending }) => ready().loader.load(pending),
  });
  return open;
}
