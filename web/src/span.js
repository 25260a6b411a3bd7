// Windows on the time axis: `[first day, last day]` with fractions. The engine holds every window to what it can draw,
// so these only say where the reader wants to go.

/** A window that shows `factor` times less time, with the day at `share` of its length (0: past edge) kept in place. */
export function zoomed([first, last], factor, share) {
  const days = (last - first) / factor;
  const kept = first + (last - first) * share;
  return [kept - days * share, kept + days * (1 - share)];
}

/** A window moved by a share of its own length toward the future, and held to the domain. */
export function moved([first, last], share, domain) {
  const days = last - first;
  const room = Math.max(domain[1] - domain[0] - days, 0);
  const start = Math.min(Math.max(first + days * share, domain[0]), domain[0] + room);
  return [start, start + days];
}

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
