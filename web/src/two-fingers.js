// A gesture of two fingers on a box is the box's own: the page neither scrolls nor zooms under it.

/** Holds such gestures to `box`; pointer events tell them on. */
export function keepTwoFingers(box) {
  const keep = (event) => event.touches.length > 1 && event.cancelable && event.preventDefault();
  for (const kind of ['touchstart', 'touchmove']) box.addEventListener(kind, keep, { passive: false });
}
