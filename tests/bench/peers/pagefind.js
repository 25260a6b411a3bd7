// Its index is files, made by its own program before the browser starts; here it is opened as its documentation says.
import { WORDS, words } from './fold.js';

const join = (form) => (text) => words(text).map(WORDS[form]).join(' ');
const QUERY = { 'as is': (text) => text, folded: join('folded') };

export const pagefind = {
  name: 'Pagefind',
  variants: ['as is; AND, as shipped', 'as is; OR, a search for each word', 'folded; OR, a search for each word'],
  async build(documents, variant, { folder, judged }) {
    const [form, how] = variant.split('; ');
    const engine = await import(`/${folder}/pagefind.js`);
    await engine.options({ basePath: `/${folder}/`, ranking: { termSaturation: 1.2, pageLength: 0.75 } });
    await engine.init();
    const found = async (text) => (await engine.search(text)).results;
    const all = async (text) => (await found(QUERY[form](text))).map(({ id, score }) => [id, score]);
    const search = how.startsWith('OR') ? (text) => summed(found, words(QUERY[form](text))) : all;
    const ids = judged ? await names(found, documents.length) : new Map();
    return { search: async (text) => (await search(text)).slice(0, 10).map(([id]) => ids.get(id) ?? id), serialise: () => [] };
  },
};

// It has no OR: each word searched for itself, the scores added.
async function summed(found, terms) {
  const scores = new Map();
  for (const term of new Set(terms)) {
    for (const { id, score } of await found(term)) scores.set(id, (scores.get(id) ?? 0) + score);
  }
  return [...scores].sort(([, a], [, b]) => b - a);
}

/** Its own ids to ours: a search without words lists all, and each document's data holds the address that we gave it. */
async function names(found, count) {
  const everything = await found(null);
  if (everything.length !== count) throw new Error(`Pagefind lists ${everything.length} of ${count} documents`);
  const pairs = await Promise.all(everything.map(async ({ id, data }) => [id, (await data()).raw_url.slice(1)]));
  return new Map(pairs);
}
