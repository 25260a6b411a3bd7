// Makes Pagefind's files with its own program.
import { createIndex } from 'pagefind';
import { WORDS, words } from './peers/fold.js';

/** Writes the files to `folder`; returns the seconds that it took. `form` is a name of WORDS. */
export async function build(documents, form, folder) {
  const text = form === 'as is' ? (it) => it : (it) => words(it).map(WORDS[form]).join(' ');
  const begun = performance.now();
  const { index } = await createIndex({ forceLanguage: 'ar' });
  for (const { id, title, text: body } of documents) {
    const { errors } = await index.addCustomRecord({ url: `/${id}`, content: text(`${title}\n${body}`), language: 'ar', meta: { title } });
    if (errors.length > 0) throw new Error(errors.join('; '));
  }
  await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
  return (performance.now() - begun) / 1000;
}
