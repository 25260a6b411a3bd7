// Values and times to shares of a plot's height and width.
import { daysOf, isoDay } from './days.js';

/** From this ratio of the largest to the smallest value on, steps are by tens. */
const WIDE = 60;
/** Years named below a plot, at most. */
const YEARS = 4;

/** The scale of some positive values: `at(value)` is a share of the height, `ticks` are round values to name. */
export function heights(values) {
  const most = Math.max(...values, 1);
  const least = Math.min(...values.filter((value) => value > 0), most);
  return most / least > WIDE ? byTens(least, most) : fromZero(most);
}

function fromZero(most) {
  const unit = 10 ** Math.floor(Math.log10(most));
  const step = [0.5, 1, 2, 2.5, 5].map((factor) => factor * unit).find((size) => most / size <= 4);
  const top = Math.ceil(most / step - 1e-9) * step;
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, place) => place * step);
  return { at: (value) => value / top, ticks: ticks.filter((tick) => Number.isInteger(tick) || most < 5) };
}

function byTens(least, most) {
  const [low, high] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  return {
    at: (value) => (value <= 0 ? 0 : Math.min(Math.max((Math.log10(value) - low) / (high - low), 0), 1)),
    ticks: Array.from({ length: high - low + 1 }, (_, place) => 10 ** (low + place)),
  };
}

/** The scale of some spans of days `[first, last]`: `at(day)` is a share of the width, `years` are `[year, share]` to name. */
export function widths(spans) {
  const [first, last] = [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
  const air = Math.max((last - first) * 0.06, 20);
  const [begin, end] = [first - air, last + air];
  const at = (day) => (day - begin) / (end - begin);
  return { at, years: yearsIn(begin, end).map((year) => [year, at(startOf(year))]) };
}

function yearsIn(begin, end) {
  const [from, to] = [begin, end].map((day) => Number(isoDay(day).slice(0, 4)));
  const all = Array.from({ length: to - from }, (_, place) => from + 1 + place);
  const every = Math.ceil(all.length / YEARS);
  // A plot within one year is named by it.
  return all.length > 0 ? all.filter((year) => (year - all[0]) % every === 0) : [];
}

function startOf(year) {
  return daysOf(String(year).padStart(4, '0'))[0];
}
