// The whole selection as rows, a part at a time, with whatever fragments it takes.
import { whole } from './remembered.js';

/** Rows asked for at once. */
const PART = 500;
/** Documents are read with their texts: of more than these the best are taken. */
const MOST_DOCUMENTS = 2000;

/** A promise of all rows of a kind (`events`, `figures`, `names`, `documents`) that `asked` selects. */
export function gathered(kind, archive, asked, load) {
  return KINDS[kind](archive, asked, load);
}

const KINDS = {
  events: paged((archive, asked, page) => archive.events(asked, page), 'events'),
  figures: paged((archive, asked, page) => archive.figures(asked, page), 'figures'),
  names: async (archive, asked, load) => (await whole(() => archive.names(asked), load)).names,
  documents,
};

const hits = paged((archive, asked, page) => archive.search({ ...asked, ...page }), 'hits');

async function documents(archive, asked, load) {
  const readings = [];
  for (const { document } of await hits(archive, asked, load, MOST_DOCUMENTS)) readings.push(await whole(() => archive.document(document, asked), load));
  return readings;
}

function paged(ask, rows) {
  return async (archive, asked, load, most = Infinity) => {
    const all = [];
    for (;;) {
      const page = { offset: all.length, limit: Math.min(PART, most - all.length) };
      const answer = await whole(() => ask(archive, asked, page), load);
      all.push(...answer[rows]);
      if (answer[rows].length === 0 || all.length >= Math.min(answer.total, most)) return all;
    }
  };
}
