import { create, insertMultiple, save, search } from '@orama/orama';
import { WORDS, stem, words } from './fold.js';
import { stopwords } from '@orama/stopwords/arabic';

const TOKENIZERS = {
  'its Arabic stemmer': () => ({ language: 'arabic', stemming: true, stemmer: stem, stopWords: false }),
  'its Arabic stemmer and stop words': () => ({ language: 'arabic', stemming: true, stemmer: stem, stopWords: stopwords }),
  ...Object.fromEntries(Object.entries(WORDS).map(([form, key]) => [form, () => own(key)])),
};
const SEARCH = {
  OR: { threshold: 1 },
  'OR, b 0.4': { threshold: 1, relevance: { k: 1.2, b: 0.4, d: 0.5 } },
  'OR, tolerance 1': { threshold: 1, tolerance: 1 },
  AND: { threshold: 0 },
};

// A tokenizer of ours in the shape that it asks for.
function own(key) {
  const tokenize = (text) => [...new Set(words(String(text)).map(key))];
  return { language: 'arabic', normalizationCache: new Map(), tokenize };
}

export const orama = {
  name: 'Orama',
  variants: [...Object.keys(TOKENIZERS).flatMap((form) => ['OR', 'OR, b 0.4'].map((how) => `${form}; ${how}`)), 'stemmed; OR, tolerance 1', 'stemmed; AND'],
  async build(documents, variant) {
    const [form, how] = variant.split('; ');
    const database = create({ schema: { id: 'string', title: 'string', text: 'string' }, components: { tokenizer: TOKENIZERS[form]() } });
    await insertMultiple(database, documents);
    const options = { properties: ['title', 'text'], limit: 10, ...SEARCH[how] };
    return {
      search: async (text) => (await search(database, { term: text, ...options })).hits.map(({ id }) => id),
      // Its save holds the documents too; the index alone is what the others' sizes are of.
      serialise: () => [JSON.stringify(save(database).index)],
    };
  },
};
