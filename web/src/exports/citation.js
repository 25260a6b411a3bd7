// A citation of a document, or of one sentence of it, in the forms that people and reference managers read.
import { edtfParts } from './edtf.js';
import { bibtex } from './bibtex.js';
import { ris } from './ris.js';
import { csl } from './csl.js';

/** The forms of a citation, in the order in which they are offered, each from a list of references to text. */
export const FORMS = { plain: (references) => references.map(plain).join('\n'), bibtex, ris, csl };

/**
 * What all forms are made of.
 *
 * `reading` is a document as the engine gives it, `sentence` the number of the sentence that is cited or null, `archive` the
 * archive's title, `link` the address that leads there, `language` that of the interface.
 */
export function reference({ reading, sentence, archive, link, language }) {
  return {
    key: sentence === null ? reading.id : `${reading.id}-${sentence}`,
    title: reading.title.value,
    authors: reading.authors.map(({ value }) => value),
    outlet: reading.outlet?.value ?? null,
    date: reading.date && { label: reading.date.label, edtf: reading.date.edtf, ...(edtfParts(reading.date.edtf) ?? { year: null }) },
    url: reading.url,
    quote: sentence === null ? null : sentenceText(reading, sentence),
    written: reading.language,
    archive,
    link,
    language,
  };
}

/** The text of one sentence of a document; empty where it has no such sentence. */
export function sentenceText({ paragraphs }, number) {
  const found = paragraphs.flatMap(({ sentences }) => sentences).find(({ sentence }) => sentence === number);
  return (found?.pieces ?? []).map(({ text }) => text).join('').replace(/\s+/g, ' ').trim();
}

const QUOTES = { ar: ['«', '»'], en: ['“', '”'] };
const COMMA = { ar: '، ', en: ', ' };

/** One line that a person reads. */
export function plain({ authors, title, outlet, date, url, quote, archive, link, language }) {
  const [open, close] = QUOTES[language];
  const comma = COMMA[language];
  const source = [authors.join(comma), `${open}${title}${close}`, outlet, date?.label].filter(Boolean).join(comma);
  return [`${source}.`, quote && `${open}${quote}${close}`, url, `${archive}: ${link}`].filter(Boolean).join(' ');
}
