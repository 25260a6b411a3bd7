// The one measure that scripts and styles share: below this width the reader is a sheet over the page.

const SHEET = matchMedia('(max-width: 63.99rem)');

/** Whether the reader covers the page. */
export function readerCovers() {
  return SHEET.matches;
}

/** Calls back whenever that changes. */
export function whenReaderMoves(act) {
  SHEET.addEventListener('change', act);
}
