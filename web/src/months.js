// Months as the engine numbers them: year × 12 + month − 1; and lists of `[month, count]` in the order of time.

const INDIC = '٠١٢٣٤٥٦٧٨٩';

/** The month of `2017-10`, or null. */
export function monthOf(text) {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? '');
  return parts && Number(parts[1]) * 12 + Number(parts[2]) - 1;
}

/** `2017-10` of a month. */
export function isoMonth(month) {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** A month in words, by the reader's choice of names and digits. */
export function monthLabel(month, { language, months, digits }, t) {
  return `${nameOf(month % 12, language === 'en' ? 'gregorian' : months, t)} ${yearLabel(Math.floor(month / 12), digits)}`;
}

/** A year in the reader's digits. */
export function yearLabel(year, digits) {
  return digits === 'arabicIndic' ? String(year).replace(/\d/g, (digit) => INDIC[digit]) : String(year);
}

function nameOf(place, months, t) {
  if (months !== 'both') return t(`month.${months}`).split('|')[place];
  return [...new Set(['levantine', 'gregorian'].map((set) => nameOf(place, set, t)))].join('/');
}

/** The first and the last month of some lists, or null where all are empty. */
export function extentOf(lists) {
  const ends = lists.filter((list) => list.length > 0).flatMap((list) => [list[0][0], list.at(-1)[0]]);
  return ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : null;
}

/** The count of one month. */
export function countIn(list, month) {
  return list.find(([other]) => other === month)?.[1] ?? 0;
}

/** The counts of all months together. */
export function totalOf(list) {
  return list.reduce((sum, [, count]) => sum + count, 0);
}

/** One list of several, added up. */
export function addedUp(lists) {
  const sums = new Map();
  for (const [month, count] of lists.flat()) sums.set(month, (sums.get(month) ?? 0) + count);
  return [...sums].sort(([one], [other]) => one - other);
}
