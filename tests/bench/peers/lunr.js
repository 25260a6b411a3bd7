import lunr from 'lunr';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import arabic from 'lunr-languages/lunr.ar.js';
import { fold, words } from './fold.js';

stemmerSupport(lunr);
arabic(lunr);

const LENGTH = { 'b 0.75': 0.75, 'b 0.4': 0.4 };
const FORMS = { 'Arabic pack': (text) => text, 'Arabic pack, folded': fold, 'folded only': fold };
const tokens = (form) => (text) => words(FORMS[form](String(text ?? ''))).map((word) => new lunr.Token(word.toLowerCase(), {}));

export const lunrArabic = {
  name: 'Lunr',
  variants: Object.keys(FORMS).flatMap((form) => Object.keys(LENGTH).map((length) => `${form}; OR, ${length}`)),
  build(documents, variant) {
    const [form, how] = variant.split('; ');
    const tokenizer = tokens(form);
    const index = lunr(function () {
      if (form === 'folded only') {
        this.pipeline.reset();
        this.searchPipeline.reset();
      } else {
        this.use(lunr.ar);
      }
      this.tokenizer = tokenizer;
      this.b(LENGTH[how.split(', ')[1]]);
      this.ref('id');
      this.field('title');
      this.field('text');
      documents.forEach((document) => this.add(document));
    });
    return {
      // Words by the builder, so that no sign of the query is read as syntax.
      search: (text) =>
        index.query((query) => tokenizer(text).forEach((token) => query.term(token.toString(), {}))).slice(0, 10).map(({ ref }) => ref),
      serialise: () => [JSON.stringify(index)],
    };
  },
};
