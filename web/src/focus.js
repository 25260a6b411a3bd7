// Where the reader's eye and keyboard go after an action.

const effects = {
  begin: (state) => state.open && reveal(state),
  address: followHistory,
  open: reveal,
  sentence: reveal,
  close: (state) => restore(state),
  card: (state, before) => state.card === null && before.card !== null && document.getElementById(`mention-${before.card}`)?.focus({ preventScroll: true }),
};

/** Moves focus and scroll as the action asks. */
export function focusAfter(action, state, before) {
  effects[action.type]?.(state, before);
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
