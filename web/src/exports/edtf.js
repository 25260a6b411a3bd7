// Of EDTF text as much as citation formats and calendars can hold: the year, month and day that it begins with.

const SEASONS = { 21: 1, 22: 2, 23: 3, 24: 4 };

/**
 * `{ year, month, day, season, approximate }` of the date or the first end of an interval, `month`, `day` and `season` where
 * written; null for anything without a whole year (`201X`, an open start).
 */
export function edtfParts(text) {
  const found = /^(-?\d{4,})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)/.exec((text ?? '').split('/')[0]);
  if (!found) return null;
  const [year, second, day] = found.slice(1, 4).map((part) => (part === undefined ? null : Number(part)));
  const month = second !== null && second >= 1 && second <= 12 ? second : null;
  return { year, month, day: month === null ? null : day, season: SEASONS[second] ?? null, approximate: found[4] !== '' };
}
