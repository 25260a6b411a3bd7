// What the reader chose once and finds again: language, theme, how dates are written, the last searches. Stored on the device only, under
// the archive's id, because all pages opened from folders may share one store. A browser may refuse storage altogether.
import { notesIn } from './notes.js';

const SWITCHES = Object.fromEntries(['hijri', 'markDates', 'markNames', 'markFigures', 'markHits', 'shortcut'].map((name) => [name, ['on', 'off']]));
const KEPT = { language: ['ar', 'en'], theme: ['system', 'light', 'dark'], axis: ['rtl', 'ltr'], months: ['levantine', 'gregorian', 'both'], digits: ['latin', 'arabicIndic'], ...SWITCHES };

/** The stored choices; an empty object where there are none. */
export function loadPreferences(archive) {
  const stored = load(archive, 'preferences');
  return Object.fromEntries(Object.entries(KEPT).filter(([name, values]) => values.includes(stored?.[name])).map(([name]) => [name, stored[name]]));
}

/** Stores the choices that a state holds. */
export function savePreferences(archive, state) {
  save(archive, 'preferences', Object.fromEntries(Object.keys(KEPT).map((name) => [name, state[name]])));
}

/** The last searches, newest first. */
export function loadRecent(archive) {
  const stored = load(archive, 'recent');
  return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string') : [];
}

/** Stores the last searches; none leaves no trace of them. */
export function saveRecent(archive, recent) {
  save(archive, 'recent', recent.length > 0 ? recent : null);
}

/** The reader's notes, the oldest first. */
export function loadNotes(archive) {
  return notesIn(load(archive, 'notes')) ?? [];
}

/** Stores the reader's notes; whether the browser took them. */
export function saveNotes(archive, notes) {
  return save(archive, 'notes', notes.length > 0 ? notes : null);
}

function load(archive, name) {
  try {
    return JSON.parse(localStorage.getItem(key(archive, name)));
  } catch {
    return null;
  }
}

// Without storage, what is saved holds until the page is closed.
function save(archive, name, value) {
  try {
    if (value === null) localStorage.removeItem(key(archive, name));
    else localStorage.setItem(key(archive, name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function key(archive, name) {
  return `tawarikh:${archive}:${name}`;
}
