// Text as it stands in HTML and SVG.

const NAMES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text with all that markup would read as its own written otherwise. */
export function escaped(text) {
  return String(text).replace(/[&<>"']/g, (letter) => NAMES[letter]);
}
