// What the reader has chosen, and how each action changes it.

/** Facet fields in the order in which the page shows them. */
export const FIELDS = ['outlet', 'year', 'place', 'party', 'kind', 'author'];
/** The ways to look at the selection, in the order of their tabs. */
export const VIEW_NAMES = ['documents', 'happenings', 'figures', 'map', 'names', 'unknown', 'notes', 'about'];
/** Hits shown at first, and added by each request for more. */
export const PAGE = 10;
/** Searches that the device remembers. */
const RECENT = 12;

const NO_FACETS = Object.fromEntries(FIELDS.map((field) => [field, []]));

/** The state of a page that nothing was asked of yet. */
export const START = {
  query: '',
  embed: null, // 'timeline' where the page is no more than that, in a frame of another
  view: 'documents', // one of VIEW_NAMES
  options: {}, // what the reader has chosen within views: text by `view.name`
  facets: NO_FACETS,
  span: null, // [first day, last day] that hits are held to
  window: null, // [first day, last day] that the axis shows; null: all
  limit: PAGE,
  open: null, // { id, number, sentence } of the document being read; its id or its number may be missing until the other is looked up
  like: null, // { id, number } of the document that others are to be like
  exact: 'off', // whether hamza and tashkeel must match as typed
  choosing: null, // the offer of the search box that is chosen; -1: none yet; null: no offers are shown
  recent: [], // the last searches, newest first
  explained: [], // numbers of the hits that say why they matched
  helping: false, // whether the search's help is shown
  card: null, // { kind, number, anchor } of the mark whose card is open: what it marks, the id of its element
  stop: null, // id of the mark in the text that has the tab stop
  notes: [], // what the reader has pinned: { id, title, sentence, quote, text, at }, the oldest first
  listed: false, // the timeline as a list
  cursor: null, // key of the timeline mark that has the tab stop
  language: 'ar',
  theme: 'system',
  axis: 'rtl',
  months: 'levantine',
  digits: 'latin',
  hijri: 'off', // whether Hijri dates stand beside
  markDates: 'on',
  markNames: 'on',
  markFigures: 'on',
  markHits: 'on',
  shortcut: 'on', // whether a slash goes to the search box
  unfolded: {}, // how many values of a facet are shown, by field, where they are more than the first few
  plot: { width: 0, lanes: 6, charWidth: 6, labelWidth: 200 }, // what the lanes measure
  gliding: false, // whether the last move of the axis is worth an animation
  opening: null, // why the reader was opened or closed: key of the element to return to
};

const reducers = {
  query: (state, { query }) => afresh({ ...state, query, choosing: null, like: null }),
  typed: (state, { query }) => afresh({ ...state, query, choosing: -1, like: null }),
  choosing: (state, { choosing }) => ({ ...state, choosing }),
  submit: (state) => remembering({ ...state, choosing: null }),
  forget: (state, { query }) => ({ ...state, recent: query === undefined ? [] : state.recent.filter((other) => other !== query), choosing: -1 }),
  explain: (state, { document }) => ({ ...state, explained: toggled(state.explained, document) }),
  help: (state) => ({ ...state, helping: !state.helping, choosing: null }),
  view: (state, { view }) => ({ ...state, view, card: null }),
  option: (state, { name, value }) => ({ ...state, options: withOption(state.options, name, value) }),
  like: (state, { like }) => ({ ...state, like, view: 'documents', explained: [], card: null }),
  facet: (state, { field, value }) => afresh({ ...state, facets: { ...state.facets, [field]: toggled(state.facets[field], value) } }),
  unfold: (state, { field, shown }) => ({ ...state, unfolded: { ...state.unfolded, [field]: shown } }),
  span: (state, { span }) => afresh({ ...state, span, window: span ? margined(span) : null, gliding: true }),
  clear: (state) => afresh({ ...unfiltered(state), query: '', like: null, choosing: null }),
  unfilter: (state) => afresh(unfiltered(state)),
  more: (state) => ({ ...state, limit: state.limit + PAGE }),
  window: (state, { window, gliding = false }) => ({ ...state, window, gliding }),
  measured: (state, { plot }) => ({ ...state, plot, gliding: false }),
  cursor: (state, { cursor }) => (cursor === state.cursor ? state : { ...state, cursor }),
  listed: (state) => ({ ...state, listed: !state.listed }),
  open: (state, { id, number, sentence, from }) => remembering({ ...state, open: number === undefined ? { id, sentence } : { id, number, sentence }, card: null, stop: null, choosing: null, opening: from ?? state.opening }),
  named: (state, { id }) => ({ ...state, open: { ...state.open, id } }),
  sentence: toSentence,
  // The same where the eye is there already.
  pick: toSentence,
  stop: (state, { stop }) => ({ ...state, stop }),
  pin: (state, { note }) => ({ ...state, notes: [...state.notes, note] }),
  unpin: (state, { note }) => ({ ...state, notes: state.notes.filter((other) => !isSame(other, note)) }),
  write: (state, { note, text }) => ({ ...state, notes: state.notes.map((other) => (isSame(other, note) ? { ...other, text } : other)) }),
  notes: (state, { notes }) => ({ ...state, notes }),
  close: (state) => ({ ...state, open: null, card: null }),
  card: (state, { card }) => ({ ...state, card: card?.anchor === state.card?.anchor ? null : card, stop: card?.anchor ?? state.stop }),
  // What is turned round does not glide to its place.
  choose: (state, { name, value }) => ({ ...state, [name]: value, gliding: false }),
  exact: (state, { exact }) => afresh({ ...state, exact }),
  address: (state, { fields }) => ({ ...state, ...fields, card: null, choosing: null, explained: [], gliding: fields.axis === state.axis }),
};

/** The state after an action. An unknown action is a mistake of the page itself. */
export function reduce(state, action) {
  return reducers[action.type](state, action);
}

/** The part of the state that the engine's searches depend on. */
export function request(state) {
  return {
    query: state.query,
    facets: state.facets,
    span: state.span,
    exact: state.exact === 'on',
    limit: state.limit,
    offset: 0,
    style: { language: state.language === 'ar' ? 'arabic' : 'english', months: state.months, digits: state.digits },
  };
}

/** Whether anything narrows the archive. */
export function isNarrowed(state) {
  return state.query !== '' || isFiltered(state);
}

/** Whether anything besides the query narrows it. */
export function isFiltered(state) {
  return state.span !== null || state.exact === 'on' || FIELDS.some((field) => state.facets[field].length > 0);
}

function unfiltered(state) {
  return { ...state, facets: NO_FACETS, span: null, window: null, exact: 'off', gliding: true };
}

// What tells of the archive as a whole has no selection to show.
function afresh(state) {
  return { ...state, view: state.view === 'about' ? 'documents' : state.view, limit: PAGE, explained: [] };
}

function toSentence(state, { sentence }) {
  return { ...state, open: { ...state.open, sentence }, card: null, stop: null };
}

/** Whether two notes, or a note and a place, are about one sentence. */
export function isSame(note, { id, sentence }) {
  return note.id === id && note.sentence === sentence;
}

function withOption(options, name, value) {
  const { [name]: _, ...others } = options;
  return value === null ? others : { ...others, [name]: value };
}

// A search counts as made once the reader asks for it outright or opens what it found.
function remembering(state) {
  const query = state.query.trim();
  if (query === '' || query === state.recent[0]) return state;
  return { ...state, recent: [query, ...state.recent.filter((other) => other !== query)].slice(0, RECENT) };
}

function toggled(values, value) {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

// A span chosen on the axis is shown with some air on both sides.
function margined([first, last]) {
  const air = Math.max((last - first) * 0.04, 2);
  return [first - air, last + 1 + air];
}
