// A link that the page follows itself: only a plain click is the page's, any other (new tab, copy) is the browser's.

/** Whether a click asks for nothing but to follow the link. */
export function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }) {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
