// What the views show: the state, and the engine's answers to it. An answer is asked for again only when something that
// it depends on has changed.
//
// An archive in fragments answers as far as it is loaded. What an answer lacks is gathered in `lacks`, what it lacks for good
// in `lost`; meanwhile the last answers that were fit to be seen stand in, and the model says so (`waiting`, `counting`).
import { daysOf } from './days.js';
import { asFailure } from './failure.js';
import { knows, speaker } from './messages.js';
import { START, request } from './state.js';
import { toAddress } from './address.js';
import { isWhole, remembered, whole } from './remembered.js';
import { gathered } from './gathering.js';

/** Completions offered at once. */
const OFFERS = 8;

/** Answers kept of those that views ask for themselves. */
const VIEW_ANSWERS = 8;

// Room enough that next to every event has a mark of its own.
const ROOMY = { lanes: 64, width: 30_000, charWidth: 0, labelWidth: 0 };

/**
 * A function from state to model, for an open archive and what loads its fragments. Besides data a model has
 * the engine's moves on the axis: `zoomed(window, factor, share)` keeps in place what lies at that share of the window from
 * its past edge, and `moved(window, share)` goes that share of the window towards the future. What only one view shows it asks
 * for itself: `ask(method, ...details)` is the engine's `method(state, ...details)`, asked again only when something differs.
 */
export function modeller(archive, loader) {
  const age = loader.settled;
  const about = archive.about();
  const words = remembered(speaker, age);
  let lacks = [];
  let lost = [];
  const asks = (ask, room) => {
    const answer = remembered(ask, age, room);
    return (...question) => {
      const given = answer(...question);
      if (!isWhole(given)) lacks.push(given.pending);
      if (given?.lost) lost.push(...given.lost);
      return given;
    };
  };
  const search = asks((asked) => archive.search(asked));
  const complete = asks((asked) => archive.complete(asked, OFFERS));
  const why = asks((number, asked) => archive.why(number, asked), 64);
  const similar = asks((number, asked) => archive.similar(number, asked));
  const axis = asks((asked, window) => archive.timeline(asked, window));
  const listed = asks((asked, window) => archive.timeline(asked, window));
  const locate = asks((id) => archive.locate(id), 2);
  const read = asks((number, asked) => archive.document(number, asked), 2);
  const ask = asks((method, ...question) => archive[method](...question), VIEW_ANSWERS);
  const everything = remembered(() => archive.search(request({ ...START, limit: 1 })), age);
  const latest = lastFit();
  const home = about.fragments ? wholeAxis(about) : homeWindow(everything(), about);

  return (state) => {
    [lacks, lost] = [[], []];
    let isTold = false;
    const asked = request(state);
    const plain = { ...asked, limit: 1 };
    const window = drawn(state, state.window ?? home);
    const place = state.open && placeOf(state.open, locate);
    const reading = place && readingOf(place, (number) => read(number, plain));
    const found = latest(search(asked));
    // Until there are hits, nothing else is loaded.
    const urgent = lacks.length;
    const like = state.like && likenessOf(placeOf(state.like, locate), (number) => ({ ...similar(number, asked), title: read(number, plain)?.title.value }));
    let laid = null;
    const laidOut = () => (laid ??= state.plot.width > 0 && about.first != null ? axis({ ...plain, reading: eventOf(place, state.open) }, window) : null);
    const explained = (like ?? found).hits.filter(({ document }) => state.explained.includes(document));
    return {
      state,
      about,
      ...words(state.language, state.digits, knows(state.language)),
      found,
      like,
      reading,
      whys: new Map(explained.map(({ document }) => [document, why(document, asked)])),
      offers: state.choosing === null ? [] : offersFor(state, () => complete(asked)),
      // Laid out once somebody looks, which is behind the hits.
      get axis() {
        return laidOut();
      },
      list: state.listed ? listed(plain, { ...window, ...ROOMY }) : null,
      samples: state.helping ? samplesOf(everything(), about) : null,
      // Both are complete once the views are drawn, which may ask for more.
      lacks: () => (found.waiting ? lacks.slice(0, urgent) : lacks),
      lost: () => (isTold ? [] : distinct(lost)),
      // The same and the axis's, for a view that says so in place of what it would show: nobody need say it again.
      tell: () => {
        laidOut();
        isTold = true;
        return distinct(lost);
      },
      ask: (method, ...details) => ask(method, asked, ...details),
      zoomed: (from, factor, share) => ends(archive.zoom(drawn(state, from), factor, share * state.plot.width)),
      moved: (from, share) => ends(archive.pan(drawn(state, from), share * state.plot.width)),
      // Nothing while that part of the archive is not loaded.
      idOf: (number) => read(number, plain)?.id || null,
      // The same document as a whole, once all its parts are there.
      fetched: (number) => whole(() => archive.document(number, { ...plain, query: '' }), loader.load),
      gather: (kind) => gathered(kind, archive, asked, loader.load),
      href: (changes) => toAddress({ ...state, ...changes }),
    };
  };
}

function distinct(numbers) {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

// An answer without hits that still lacks fragments says nothing yet: the hits of the last one that did stay, marked as
// `waiting`. So do counts, which follow the hits: they are `counting`. The engine's own answer is `given`.
function lastFit() {
  let shown = null;
  let counted = null;
  return (found) => {
    if (isWhole(found) || found.hits.length > 0) shown = found;
    if (isWhole(found)) counted = found;
    const { hits, total } = shown ?? found;
    return { ...found, given: found, hits, total, facets: (counted ?? found).facets, waiting: shown !== found, counting: !isWhole(found) };
  };
}

// The engine stops at the axis's ends, which are ends of years.
function wholeAxis({ first, last }) {
  return [first - 366, last + 366];
}

// Where the reader has chosen no window: the years that sentences are dated in. The axis itself may be far longer, where one
// sentence speaks of a whole century.
function homeWindow({ facets }, about) {
  const years = valuesOf(facets, 'year').map(({ value }) => daysOf(value)).filter(Boolean);
  if (years.length === 0) return [about.first, about.last];
  return [Math.min(...years.map(([first]) => first)), Math.max(...years.map(([, last]) => last)) + 1];
}

function valuesOf(facets, field) {
  return facets.find((facet) => facet.field === field)?.values ?? [];
}

// What examples in the search's help are made of: words and values that are in the archive.
function samplesOf({ facets }, { examples, first, last }) {
  const top = (field) => valuesOf(facets, field)[0]?.value;
  return { words: examples, outlet: top('outlet'), author: top('author'), place: top('place'), days: first == null ? null : [first, last] };
}

// With an empty box the last searches, otherwise ways to complete the last word.
function offersFor({ query, recent }, complete) {
  if (query.trim() === '') return recent.map((text) => ({ text, query: text, recent: true }));
  return complete().completions;
}

function drawn(state, [first, last]) {
  return { first, last, ...state.plot };
}

function ends({ first, last }) {
  return [first, last];
}

// Addresses name documents by their ids, the engine by their numbers.
function placeOf({ id, number }, locate) {
  return number === undefined ? locate(id) : { document: number };
}

// The sentence being read, as the engine numbers it: its events keep their marks where lanes get narrow.
function eventOf(place, open) {
  return place?.document != null && Number.isInteger(open.sentence) ? [place.document, open.sentence] : null;
}

function readingOf(place, read) {
  if (place.document == null) return isWhole(place) ? { missing: true } : { loading: true };
  try {
    const reading = read(place.document) ?? { missing: true };
    return { ...reading, loading: !isWhole(reading) };
  } catch (thrown) {
    return { failure: asFailure(thrown) };
  }
}

function likenessOf(place, similar) {
  if (place.document == null) return { hits: [], loading: !isWhole(place) };
  const like = similar(place.document);
  return { ...like, document: place.document, loading: !isWhole(like) };
}
