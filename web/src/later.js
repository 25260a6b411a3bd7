// The later part of the engine: what the first hits do not need, a third of it. It lies beside the page as a script, like a fragment of
// the archive, and is asked for like one: until it is there, its methods answer with nothing and name it as pending.
import { Archive, extend } from 'tawarikh-engine';
import { LATER } from './fragments.js';

// What each of its methods has where there is nothing.
const NOTHING = {
  id: '',
  source: '',
  title: { value: '', how: '', given: false },
  outlet: null,
  date: null,
  url: null,
  kind: 'article',
  language: 'ar',
  total: 0,
  documents: 0,
  ...Object.fromEntries(['authors', 'paragraphs', 'mentions', 'names', 'figures', 'events', 'happenings', 'findings', 'hits', 'completions', 'words', 'best', 'facets'].map((list) => [list, []])),
};
const nothing = () => NOTHING;
const aboutDocument = (document) => ({ ...NOTHING, document });
// An empty axis that is as long as its window: whatever is drawn around it has its room.
const axis = (state, { first, last }) => ({ first, last, domain: [first, last], count: 0, ticks: [], marks: [], bins: [], density: [], tray: [] });
const unmoved = (window) => window;

const METHODS = {
  locate: () => ({ document: null }),
  document: aboutDocument,
  why: aboutDocument,
  similar: aboutDocument,
  complete: nothing,
  figures: nothing,
  events: nothing,
  happenings: nothing,
  findings: nothing,
  names: nothing,
  ranked: nothing,
  timeline: axis,
  zoom: unmoved,
  pan: unmoved,
  step: () => null,
};

/** The archive with its later part as one of its fragments; `lacks()` names it where it is not there yet. */
export function withLater(archive) {
  let state = 'pending';
  for (const [method, meanwhile] of Object.entries(METHODS)) {
    archive[method] = (...question) => (state === 'here' ? Archive.prototype[method].apply(archive, question) : lacking(meanwhile(...question)));
  }
  const lacking = (answer) => answer && { ...answer, pending: [], lost: [], [state]: [LATER] };
  archive.supply = async (number, bytes) => {
    if (number !== LATER) return Archive.prototype.supply.call(archive, number, bytes);
    await extend(bytes.buffer);
    state = 'here';
  };
  archive.lose = (number) => {
    if (number === LATER) state = 'lost';
    else Archive.prototype.lose.call(archive, number);
  };
  archive.lacks = () => (state === 'pending' ? [LATER] : []);
  return archive;
}
