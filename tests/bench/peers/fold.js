// Spellings folded as our own analyzer folds them, for peers that bring nothing for Arabic; and the Snowball stemmer.
import { stemmer } from '@orama/stemmers/arabic';

const LETTERS = { 'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ئ': 'ي', 'ی': 'ي', 'ؤ': 'و', 'ة': 'ه', 'ک': 'ك' };

/** Without tashkeel, tatweel and invisible marks; hamza seats, ى/ي, ة/ه, Persian letters and digits made alike. */
export function fold(text) {
  const bare = text.normalize('NFKC').replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '');
  const lettered = bare.replace(/[أإآٱىئیؤةک]/g, (letter) => LETTERS[letter]);
  return lettered.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.codePointAt(0) & 15)).toLowerCase();
}

/** The runs of letters and digits, which also an Arabic comma without a space parts. */
export function words(text) {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

export { stemmer as stem };

/** What a variant's name says of words; the stemmer is Snowball's for Arabic, which folds some spellings itself. */
export const WORDS = {
  'as is': (word) => word.toLowerCase(),
  folded: fold,
  stemmed: (word) => stemmer(word.toLowerCase()),
  'folded and stemmed': (word) => stemmer(fold(word)),
};
