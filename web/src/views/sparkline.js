// Counts by month as small bars, on the same months for all that stand under each other.
import { h } from '../element.js';
import { monthLabel, totalOf } from '../months.js';

const HEIGHT = 20;

/** Bars for a list of `[month, count]` over the months `[first, last]`; `most` is the count of the tallest. */
export function sparkline(list, [first, last], most, { state, t }) {
  const width = last - first + 1;
  const bars = list.map(([month, count]) => `M${month - first + 0.1} ${HEIGHT}v${-Math.max(HEIGHT * Math.sqrt(count / most), 2).toFixed(1)}h.8V${HEIGHT}z`).join('');
  return h(
    'svg',
    { class: 'sparkline', viewBox: `0 0 ${width} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': said(list, state, t), 'data-axis': state.axis },
    h('path', { d: bars }),
  );
}

// What the bars show, in words.
function said(list, state, t) {
  if (list.length === 0) return t('months.none');
  const label = (month) => monthLabel(month, state, t);
  const [peak, count] = list.reduce((best, one) => (one[1] > best[1] ? one : best));
  const words = list.length === 1 ? 'months.in' : count === 1 ? 'months.between' : 'months.said';
  return t(words, { n: totalOf(list), first: label(list[0][0]), last: label(list.at(-1)[0]), peak: label(peak), count });
}
