// What the reader has chosen, and how each action changes it.

/** Facet fields in the order in which the page shows them. */
export const FIELDS = ['outlet', 'year', 'place', 'author'];
/** Hits shown at first, and added by each request for more. */
export const PAGE = 20;

const NO_FACETS = { outlet: [], year: [], place: [], author: [] };

/** The state of a page that nothing was asked of yet. */
export const START = {
  query: '',
  facets: NO_FACETS,
  span: null, // [first day, last day] that hits are held to
  window: null, // [first day, last day] that the axis shows; null: all
  limit: PAGE,
  open: null, // { id, sentence } of the document being read
  card: null, // number of the time expression whose card is open
  listed: false, // the timeline as a list
  cursor: null, // key of the timeline mark that has the tab stop
  language: 'ar',
  theme: 'system',
  axis: 'rtl',
  months: 'levantine',
  digits: 'latin',
  shortcut: 'on', // whether a slash goes to the search box
  unfolded: {}, // facet fields shown in full
  plot: { width: 0, lanes: 6, charWidth: 6, labelWidth: 200 }, // what the lanes measure
  gliding: false, // whether the last move of the axis is worth an animation
  opening: null, // why the reader was opened or closed: key of the element to return to
};

const reducers = {
  query: (state, { query }) => afresh({ ...state, query }),
  facet: (state, { field, value }) => afresh({ ...state, facets: { ...state.facets, [field]: toggled(state.facets[field], value) } }),
  unfold: (state, { field }) => ({ ...state, unfolded: { ...state.unfolded, [field]: !state.unfolded[field] } }),
  span: (state, { span }) => afresh({ ...state, span, window: span ? margined(span) : null, gliding: true }),
  clear: (state) => afresh({ ...state, query: '', facets: NO_FACETS, span: null, window: null, gliding: true }),
  more: (state) => ({ ...state, limit: state.limit + PAGE }),
  window: (state, { window, gliding = false }) => ({ ...state, window, gliding }),
  measured: (state, { plot }) => ({ ...state, plot, gliding: false }),
  cursor: (state, { cursor }) => ({ ...state, cursor }),
  listed: (state) => ({ ...state, listed: !state.listed }),
  open: (state, { id, sentence, from }) => ({ ...state, open: { id, sentence }, card: null, opening: from ?? state.opening }),
  sentence: (state, { sentence }) => ({ ...state, open: { ...state.open, sentence }, card: null }),
  close: (state) => ({ ...state, open: null, card: null }),
  card: (state, { card }) => ({ ...state, card: state.card === card ? null : card }),
  choose: (state, { name, value }) => ({ ...state, [name]: value }),
  address: (state, { fields }) => ({ ...state, ...fields, card: null, gliding: true }),
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
    limit: state.limit,
    offset: 0,
    style: { language: state.language === 'ar' ? 'arabic' : 'english', months: state.months, digits: state.digits },
  };
}

/** Whether anything narrows the archive. */
export function isNarrowed(state) {
  return state.query !== '' || state.span !== null || FIELDS.some((field) => state.facets[field].length > 0);
}

function afresh(state) {
  return { ...state, limit: PAGE };
}

function toggled(values, value) {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

// A span chosen on the axis is shown with some air on both sides.
function margined([first, last]) {
  const air = Math.max((last - first) * 0.04, 2);
  return [first - air, last + 1 + air];
}
