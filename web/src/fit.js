// Labels cut to their room at the end of a word. The style sheet could only cut through words, and half of a number is
// another number: a false year.

let context = null;
let fitted = new Map();

/** As many of the label's words as `room` pixels hold in the face of small text; null where that is one of several, which says nothing. */
export function fit(label, room) {
  const key = `${Math.round(room)} ${label}`;
  if (!fitted.has(key)) fitted.set(key, cut(label, room));
  return fitted.get(key);
}

/** To be called when faces have arrived or letters have another size: all widths are measured again. */
export function forgetWidths() {
  context = null;
  fitted = new Map();
}

function cut(label, room) {
  if (widthOf(label) <= room) return label;
  const words = label.split(' ');
  const cutAt = (count) => `${words.slice(0, count).join(' ')}…`;
  let count = words.length - 1;
  while (count > 1 && widthOf(cutAt(count)) > room) count -= 1;
  return count > 1 ? cutAt(count) : null;
}

/** The width of a text in the face of small text, in pixels. */
export function widthOf(text) {
  context ??= measuring();
  return context.measureText(text).width;
}

function measuring() {
  const style = getComputedStyle(document.documentElement);
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.font = `${parseFloat(style.fontSize) * parseFloat(style.getPropertyValue('--small'))}px ${style.getPropertyValue('--quiet')}`;
  return canvas;
}
