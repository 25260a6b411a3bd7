import { Index } from 'flexsearch';
import { WORDS, words } from './fold.js';

// It has no tf-idf: what a match is worth is where in the text it stands. `suggest` lets words be missing.
const TOKENIZE = ['strict', 'forward'];
const SEARCH = { AND: {}, suggest: { suggest: true } };

export const flexsearch = {
  name: 'FlexSearch',
  variants: [...Object.keys(WORDS).flatMap((form) => TOKENIZE.map((tokenize) => `${form}; ${tokenize}; suggest`)), 'stemmed; strict; AND'],
  build(documents, variant) {
    const [form, tokenize, how] = variant.split('; ');
    const index = new Index({ tokenize, resolution: 9, encode: (text) => words(text).map(WORDS[form]) });
    documents.forEach(({ title, text }, number) => index.add(number, `${title} ${text}`));
    return {
      search: (text) => index.search(text, { limit: 10, ...SEARCH[how] }).map((number) => documents[number].id),
      serialise: () => {
        const parts = [];
        index.export((key, data) => parts.push(String(data ?? '')));
        return parts;
      },
    };
  },
};
