// Windows on the time axis: `[first day, last day]` with fractions. Zooming and moving are the engine's.

/** Whether a window shows the whole domain, give or take a pixel's worth. */
export function showsAll([first, last], domain) {
  return last - first >= (domain[1] - domain[0]) * 0.999;
}

/** The share (0: first day, 1: last day) at which a day lies in a window. */
export function shareOf(day, [first, last]) {
  return Math.min(Math.max((day - first) / (last - first), 0), 1);
}

/** The day at a share of a window. */
export function dayAt(share, [first, last]) {
  return first + (last - first) * share;
}
