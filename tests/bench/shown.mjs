// When a visit's first hits stand, which the page itself marks, and what was sent for them.

/** Run in a page, which forbids its strings to be evaluated: whether they stand. */
export const areShown = () => performance.getEntriesByName('tawarikh-shown').length > 0;

/** Run in a page where they stand: `{ millis, origin }`, how long that took and by the wall clock since when, in ms. */
export const whenShown = () => ({ millis: performance.getEntriesByName('tawarikh-shown')[0].startTime, origin: performance.timeOrigin });

const FONT = /\.woff2$/;

/** The files of `sent`, as a server lists them, that were sent before; fonts apart. */
export function sentFor(sent, { millis, origin }) {
  // What is kept for a visit without a network, and what other views need, comes after the hits.
  return sent.filter(({ path, at }) => at <= origin + millis && !FONT.test(path));
}
