// When a label on the timeline is worth drawing, on the page and in its picture alike.

/** With less room than this many pixels a label says nothing. */
const LEGIBLE = 24;

/** Whether a mark's label has room enough to be read. */
export function isLegible({ labelWidth }) {
  return labelWidth > LEGIBLE;
}
