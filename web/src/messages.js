// The words of the interface, in the reader's language and digits.
import ar from '../messages/ar.json';
import { given } from './script.js';
import { worded } from './wording.js';

// Arabic comes with the page; every other language is a script of its own, fetched where it is wanted.
const WORDS = { ar };
const SCRIPTS = { en: ['english.js', 'TAWARIKH_ENGLISH'] };

/** Whether the words of a language are there. */
export function knows(language) {
  return language in WORDS;
}

/** A promise that is kept once the words of a language are there, or can't be had: the page then speaks Arabic. */
export async function learned(language) {
  if (knows(language)) return;
  try {
    WORDS[language] = await given(...SCRIPTS[language]);
  } catch {
    // The script is missing from the site's folder.
  }
}

/** Direction of each interface language. */
export const DIRECTION = { ar: 'rtl', en: 'ltr' };

/**
 * `t(key, places)`, `number(n)`, `plain(n)` (a year: nothing between its thousands) and `named(family, code)` for a language and a row of digits. A key or a code without a
 * message gives itself, so that a newer engine's still shows.
 */
export function speaker(language, digits) {
  // Engines disagree on the digits of plain `ar`, so the row is always named.
  const format = new Intl.NumberFormat(`${language}-u-nu-${digits === 'arabicIndic' ? 'arab' : 'latn'}`);
  const bare = new Intl.NumberFormat(format.resolvedOptions().locale, { useGrouping: false });
  const words = WORDS[language] ?? WORDS.ar;
  const plural = new Intl.PluralRules(language);
  const number = (n) => format.format(n);
  const plain = (n) => bare.format(n);
  const category = (n) => plural.select(n);
  const t = (key, places = {}) => worded(words[key] ?? key, places, category, number);
  return { t, number, plain, named: (family, code) => words[`${family}.${code}`] ?? code };
}
