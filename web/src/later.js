// The later part of the engine: what the first hits do not need, a fifth of it. It lies beside the page as a script, like a fragment of
// the archive, and is asked for like one: until it is there, its methods answer with nothing and name it as pending.
import { Archive, extend } from 'tawarikh-engine';
import { LATER } from './fragments.js';

const METHODS = ['document', 'complete', 'why', 'similar', 'figures', 'events', 'happenings', 'findings', 'names'];

// What each of them has where there is nothing.
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
  ...Object.fromEntries(['authors', 'paragraphs', 'mentions', 'names', 'figures', 'events', 'happenings', 'findings', 'hits', 'completions', 'words'].map((list) => [list, []])),
};

/** The archive with its later part as one of its fragments; `lacks()` names it where it is not there yet. */
export function withLater(archive) {
  let state = 'pending';
  const answer = (number) => ({ ...NOTHING, document: number, pending: [], lost: [], [state]: [LATER] });
  for (const method of METHODS) {
    archive[method] = (...question) => (state === 'here' ? Archive.prototype[method].apply(archive, question) : answer(question[0]));
  }
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
