// The bars over the dates of a selection: months, years or decades, whichever are few enough to be hit by a finger.

/** No more bars than this stand side by side. */
const MOST = 48;

const UNITS = [
  { of: (date) => date.slice(0, 7), next: nextMonth },
  { of: (date) => date.slice(0, 4), next: (year) => String(Number(year) + 1).padStart(4, '0') },
  { of: (date) => `${date.slice(0, 3)}0`, next: (decade) => String(Number(decade) + 10).padStart(4, '0') },
];

/**
 * Bars in the order of time, without gaps: `{ label, first, last, count }`, for `dates` (ISO days). `first` and `last` are the days
 * that it stands for, to be compared as text.
 */
export function barsOf(dates) {
  if (dates.length === 0) return [];
  const sorted = [...dates].sort();
  return UNITS.map((unit) => filled(unit, sorted)).find(({ length }) => length <= MOST) ?? filled(UNITS.at(-1), sorted);
}

function filled({ of, next }, dates) {
  const counts = new Map();
  for (const date of dates) counts.set(of(date), (counts.get(of(date)) ?? 0) + 1);
  const bars = [];
  const end = next(of(dates.at(-1)));
  for (let label = of(dates[0]); label !== end && bars.length <= 10 * MOST; label = next(label)) bars.push({ label, first: label, last: `${next(label)}`, count: counts.get(label) ?? 0 });
  return bars;
}

function nextMonth(label) {
  const [year, month] = label.split('-').map(Number);
  return month === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;
}
