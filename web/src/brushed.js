// Where a brush over time comes to rest: at an end of a day, a month or a year. A pixel of the strip is many days, so a span drawn to
// the day would be one that nobody meant.
import { dateParts, dayNumber } from './days.js';

/** A unit as wide as this in pixels can be told from its neighbours by a hand. */
const WIDTH = 1.5;
/** By their lengths in days: the edge that a day lies behind, and the edge after that. */
const UNITS = [
  { days: 1, edges: (day) => [Math.floor(day), Math.floor(day) + 1] },
  { days: 30, edges: (day) => [0, 1].map((more) => dayNumber(yearOf(day), monthOf(day) + more, 1)) },
  { days: 365, edges: (day) => [0, 1].map((more) => dayNumber(yearOf(day) + more, 1, 1)) },
];

/** The edge nearest to a day (with its fraction): of the finest unit that is wide enough where a pixel is so many days. */
export function edgeNear(day, daysPerPixel) {
  const [before, after] = unitFor(daysPerPixel).edges(day);
  return day - before < after - day ? before : after;
}

/** First and last day between two edges, in either order; where they are one, the unit that begins there. */
export function between(one, other, daysPerPixel) {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return [from, (from === to ? unitFor(daysPerPixel).edges(from)[1] : to) - 1];
}

/** The edge that lies so many months after one; without end where these are. */
export function monthsOn(edge, months) {
  if (!Number.isFinite(months)) return months;
  const [year, month, day] = dateParts(edge);
  return dayNumber(year, month + months, day);
}

function unitFor(daysPerPixel) {
  return UNITS.find(({ days }) => days >= WIDTH * daysPerPixel) ?? UNITS.at(-1);
}

function yearOf(day) {
  return dateParts(Math.floor(day))[0];
}

function monthOf(day) {
  return dateParts(Math.floor(day))[1];
}
