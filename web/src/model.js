// What the views show: the state, and the engine's answers to it. An answer is asked for again only when something that
// it depends on has changed.
import { daysOf } from './days.js';
import { asFailure } from './failure.js';
import { speaker } from './messages.js';
import { request } from './state.js';
import { toAddress } from './address.js';

const EVERYTHING = { query: '', facets: { outlet: [], year: [], place: [], author: [] }, span: null };

// Room enough that next to every event has a mark of its own.
const ROOMY = { lanes: 64, width: 30_000, charWidth: 0, labelWidth: 0 };

/**
 * A function from state to model, for an open archive. Besides data a model has the engine's moves on the axis:
 * `zoomed(window, factor, share)` keeps in place what lies at that share of the window from its past edge, and
 * `moved(window, share)` goes that share of the window towards the future.
 */
export function modeller(archive) {
  const about = archive.about();
  const search = remembered((asked) => archive.search(asked));
  const axis = remembered((asked, window) => archive.timeline(asked, window));
  const listed = remembered((asked, window) => archive.timeline(asked, window));
  const read = remembered((number, asked) => archive.document(number, asked));
  const words = remembered(speaker);
  const home = homeWindow(archive, about);

  return (state) => {
    const asked = request(state);
    return {
      state,
      about,
      ...words(state.language, state.digits),
      found: search(asked),
      axis: state.plot.width > 0 && about.first != null ? axis({ ...asked, limit: 1, reading: placeOf(state.open, archive) }, drawn(state, state.window ?? home)) : null,
      list: () => listed({ ...asked, limit: 1 }, { ...drawn(state, state.window ?? home), ...ROOMY }),
      reading: state.open ? readingOf(archive.number(state.open.id), (number) => read(number, { ...asked, limit: 1 })) : null,
      zoomed: (window, factor, share) => ends(archive.zoom(drawn(state, window), factor, share * state.plot.width)),
      moved: (window, share) => ends(archive.pan(drawn(state, window), share * state.plot.width)),
      idOf: (number) => read(number, { ...asked, limit: 1 })?.id,
      href: (changes) => toAddress({ ...state, ...changes }),
    };
  };
}

// Where the reader has chosen no window: the years that sentences are dated in. The axis itself may be far longer, where one
// sentence speaks of a whole century.
function homeWindow(archive, about) {
  const { facets } = archive.search({ ...request({ ...EVERYTHING, limit: 1 }), style: {} });
  const years = facets.find(({ field }) => field === 'year')?.values.map(({ value }) => daysOf(value)).filter(Boolean) ?? [];
  if (years.length === 0) return [about.first, about.last];
  return [Math.min(...years.map(([first]) => first)), Math.max(...years.map(([, last]) => last)) + 1];
}

function drawn(state, [first, last]) {
  return { first, last, ...state.plot };
}

function ends({ first, last }) {
  return [first, last];
}

// The sentence being read, as the engine numbers it: its events keep their marks where lanes get narrow.
function placeOf(open, archive) {
  const number = open ? archive.number(open.id) : undefined;
  return number === undefined || !Number.isInteger(open.sentence) ? null : [number, open.sentence];
}

// Addresses name documents by their ids, the engine by their numbers.
function readingOf(number, read) {
  try {
    return (number === undefined ? null : read(number)) ?? { missing: true };
  } catch (thrown) {
    return { failure: asFailure(thrown) };
  }
}

// Keeps the answer to the last question only.
function remembered(ask) {
  let question = null;
  let answer = null;
  return (...words) => {
    const now = JSON.stringify(words);
    if (now !== question) [answer, question] = [ask(...words), now];
    return answer;
  };
}
