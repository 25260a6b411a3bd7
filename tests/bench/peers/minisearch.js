import MiniSearch from 'minisearch';
import { WORDS, words } from './fold.js';

const BASE = { combineWith: 'OR' };
const SEARCH = {
  OR: BASE,
  'OR, prefix': { ...BASE, prefix: true },
  'OR, fuzzy 0.2': { ...BASE, fuzzy: 0.2 },
  'OR, b 0.4': { ...BASE, bm25: { k: 1.2, b: 0.4, d: 0.5 } },
  'OR, prefix, fuzzy 0.2, title × 2': { ...BASE, prefix: true, fuzzy: 0.2, boost: { title: 2 } },
  AND: { combineWith: 'AND' },
};

const OR = Object.keys(SEARCH).filter((how) => how !== 'AND');

export const minisearch = {
  name: 'MiniSearch',
  variants: [...Object.keys(WORDS).flatMap((form) => OR.map((how) => `${form}; ${how}`)), 'stemmed; AND'],
  build(documents, variant) {
    const [form, how] = variant.split('; ');
    const options = { fields: ['title', 'text'], tokenize: words, processTerm: WORDS[form], searchOptions: SEARCH[how] };
    const index = new MiniSearch(options);
    index.addAll(documents);
    return {
      search: (text) => index.search(text).slice(0, 10).map(({ id }) => id),
      serialise: () => [JSON.stringify(index)],
    };
  },
};
