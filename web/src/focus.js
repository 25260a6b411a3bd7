// Where the reader's eye and keyboard go after an action.
import { beforePaint } from './turns.js';

// These change most of the page, which is laid out for whoever asks where something stands or may have the focus.
const LARGE = new Set(['view', 'open', 'arrive']);

const effects = {
  view: keepTabs,
  begin: (state) => state.open && reveal(state),
  arrive: (state) => state.open && isWaiting(state) && reveal(state),
  address: followHistory,
  open: reveal,
  sentence: reveal,
  window: keepInLanes,
  close: (state) => restore(state),
  card: leaveCard,
  like: toHits,
};

/** Moves focus and scroll as the action asks; `held` is the element that had the focus before the page was drawn anew. */
export function focusAfter(action, state, before, held) {
  const effect = () => effects[action.type]?.(state, before, held);
  if (LARGE.has(action.type)) beforePaint(effect);
  else effect();
}

// A text that comes late does not call away a reader who has gone on to something else.
function isWaiting({ opening }) {
  const at = document.activeElement;
  return at === null || at === document.body || at.id === opening || document.getElementById('reader').contains(at);
}

// The timeline is taller above the documents than above other views: where the page was scrolled, the tabs are brought back to
// its upper edge, so that the view begins where the eye is.
function keepTabs() {
  const tabs = document.getElementById('tabs');
  const { top, bottom } = tabs.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) tabs.scrollIntoView({ block: 'start', behavior: 'instant' });
}

// A mark that had the focus may be gone from the window; the lanes keep it.
function keepInLanes(_state, _before, held) {
  if (!held.isConnected) document.querySelector('#lanes [tabindex="0"]')?.focus({ preventScroll: true });
}

// Back to the words that the card was about.
function leaveCard(state, before) {
  if (state.card === null) document.getElementById(before.card?.anchor)?.focus({ preventScroll: true });
}

// Another list of documents begins at its head.
function toHits() {
  const head = document.getElementById('panel');
  head.focus({ preventScroll: true });
  head.scrollIntoView({ block: 'nearest' });
}

function followHistory(state, before) {
  document.getElementById('query').value = state.query;
  if (state.open) reveal(state);
  else if (before.open) restore(before);
}

// To the sentence, or to the head of the document.
function reveal({ open }) {
  const sentence = open.sentence === null ? null : document.getElementById(`sentence-${open.sentence}`);
  const target = sentence ?? document.getElementById('reader-title');
  target?.focus({ preventScroll: true });
  if (!sentence) return void document.getElementById('reader').scrollTo(0, 0);
  const reader = document.getElementById('reader');
  const [box, words] = [reader.getBoundingClientRect(), sentence.getBoundingClientRect()];
  const place = reader.scrollTop + words.top - box.top;
  // What stands on the first screen is shown with the document's head.
  const top = place + words.height < box.height * 0.75 ? 0 : place - Math.max((box.height - words.height) / 3, 72);
  reader.scrollTo({ top });
}

// Back to what opened the reader, where it still stands.
function restore({ opening }) {
  const opener = (opening && document.getElementById(opening)) || document.getElementById('query');
  opener?.focus({ preventScroll: opener.id !== 'query' });
}
