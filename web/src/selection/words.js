// Words of a query in sentences, by the letters that Arabic is written with in several ways. No stems and no ranking: those are the
// archive's, whose engine a page of a selection does not carry.

const MARKS = /[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;
const LETTERS = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ة: 'ه', ؤ: 'و', ک: 'ك' };
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const WORD = /[\p{L}\p{N}\p{M}\u0640]+/gu;
/** What may stand before a word, joined to it: conjunctions, prepositions, the article. */
const JOINED = /^(?:[وف]?(?:[بك]?ال|لل|[بلك])|[وف])(?=.{2})/;
/** The article with what may stand before it: in a query nothing else is taken off, since بلاد is no لاد. */
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=.{2})/;

/** A text without the marks and habits in which spellings differ. */
export function folded(text) {
  return text
    .normalize('NFKC')
    .replace(MARKS, '')
    .replace(FOLDED, (letter) => LETTERS[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.codePointAt(0) & 15))
    .toLowerCase();
}

/** The folded words of a query. */
export function wordsOf(query) {
  return folded(query).match(WORD) ?? [];
}

/**
 * Where a sentence has all of some folded words, as `[start, end]` of each, in order; null where one is missing. A word is found at
 * the beginning of a written one, or behind what is joined to it.
 */
export function places(text, words) {
  const found = new Set();
  const spots = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const bare = folded(written);
    const forms = [bare, bare.replace(JOINED, '')];
    const hits = words.filter((word) => forms.some((form) => form.startsWith(word) || form.startsWith(word.replace(ARTICLE, ''))));
    if (hits.length > 0) spots.push([index, index + written.length]);
    for (const word of hits) found.add(word);
  }
  return words.every((word) => found.has(word)) ? spots : null;
}
