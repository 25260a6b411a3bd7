// A span of days in words, as short as it can be said: a year, a month, a day, or two of one kind.
import { dateParts } from './days.js';
import { monthLabel } from './months.js';

/** Years alone have no letters that say which way they run: in Arabic the first stands to the right (RIGHT-TO-LEFT MARK). */
const RIGHTWARD = '\u200f';

/** The words of `[first day, last day]` in the reader's months and digits. */
export function spanLabel([first, last], model) {
  const [from, to] = [dateParts(first), dateParts(last)];
  const after = dateParts(last + 1);
  const begins = (parts, place) => parts.slice(place).every((part) => part === 1);
  const label = [1, 2].map((place) => begins(from, place) && begins(after, place)).indexOf(true);
  const words = [yearIn, monthIn, dayIn].at(label);
  const ends = [...new Set([words(from, model), words(to, model)])];
  const lead = words === yearIn && ends.length > 1 && model.state.language === 'ar' ? RIGHTWARD : '';
  return lead + ends.join(' – ');
}

/** A day in words. */
export function dayLabel(day, model) {
  return dayIn(dateParts(day), model);
}

function yearIn([year], { plain }) {
  return plain(year);
}

function monthIn([year, month], { state, t }) {
  return monthLabel(year * 12 + month - 1, state, t);
}

function dayIn(parts, model) {
  return `${model.plain(parts[2])} ${monthIn(parts, model)}`;
}
