// What the room beside or inside of a mark on the timeline can hold, on the page and in its picture alike.

/** With less room than this many pixels a label says nothing. */
const LEGIBLE = 24;
/** The sign of a kind and the space after it take so many. */
const SIGN = 16;

/** Whether a mark's label has room enough to be read. */
export function isLegible({ labelWidth }) {
  return labelWidth > LEGIBLE;
}

/** Whether it has room enough for the sign of its kind. */
export function hasRoomForSign({ labelWidth }) {
  return labelWidth >= SIGN;
}
