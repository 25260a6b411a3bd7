// What the reader chose once and finds again: language, theme, how dates are written. Stored on the device only, under
// the archive's id, because all pages opened from folders may share one store. A browser may refuse storage altogether.

const KEPT = { language: ['ar', 'en'], theme: ['system', 'light', 'dark'], axis: ['rtl', 'ltr'], months: ['levantine', 'gregorian', 'both'], digits: ['latin', 'arabicIndic'], shortcut: ['on', 'off'] };

/** The stored choices; an empty object where there are none. */
export function loadPreferences(archive) {
  try {
    const stored = JSON.parse(localStorage.getItem(key(archive)) ?? '{}');
    return Object.fromEntries(Object.entries(KEPT).filter(([name, values]) => values.includes(stored?.[name])).map(([name]) => [name, stored[name]]));
  } catch {
    return {};
  }
}

/** Stores the choices that a state holds. */
export function savePreferences(archive, state) {
  try {
    localStorage.setItem(key(archive), JSON.stringify(Object.fromEntries(Object.keys(KEPT).map((name) => [name, state[name]]))));
  } catch {
    // Without storage the choices hold until the page is closed.
  }
}

function key(archive) {
  return `tawarikh:${archive}:preferences`;
}
