// Text that the engine has cut into pieces becomes text nodes and quiet marks; nothing here may change a letter's form,
// so marks are plain inline elements without padding, and no word is cut: WebKit does not join letters across nodes.
import { h } from './element.js';

/** What a piece may be part of, the widest first: a date, a figure, a name; and whether it matched the query. */
export const KINDS = ['mention', 'figure', 'name', 'hit'];

/** Pieces with the words that matched marked. */
export function marked(pieces) {
  return nested(pieces, ['hit'], hitMark);
}

/**
 * Pieces in which each run of one date, figure or name is wrapped by `wrap(kind, number, nodes)`, and what matched is marked;
 * only what `kinds` names is told apart.
 */
export function annotated(pieces, kinds, wrap) {
  const shown = KINDS.filter((kind) => kinds.includes(kind));
  return nested(wholeWords(pieces, shown), shown, (kind, value, nodes) => (kind === 'hit' ? hitMark(kind, value, nodes) : wrap(kind, value, nodes)));
}

function hitMark(_kind, _value, nodes) {
  return h('mark', null, nodes);
}

function nested(pieces, [kind, ...inner], wrap) {
  if (kind === undefined) return pieces.map(({ text }) => text).join('');
  return runs(pieces, (piece) => partOf(piece, kind)).map(({ value, members }) => {
    const nodes = nested(members, inner, wrap);
    return value === null ? nodes : wrap(kind, value, nodes);
  });
}

// Neighbours for which `key` gives the same value.
function runs(pieces, key) {
  const found = [];
  for (const piece of pieces) {
    const value = key(piece);
    if (found.at(-1)?.value !== value) found.push({ value, members: [] });
    found.at(-1).members.push(piece);
  }
  return found;
}

function partOf(piece, kind) {
  return piece[kind] === false ? null : (piece[kind] ?? null);
}

// A mark takes in the rest of the word that it begins or ends in: the ف of فقبل, the و of والنهر, which are not part of it.
function wholeWords(pieces, kinds) {
  const marks = kinds.filter((kind) => kind !== 'hit');
  const key = (piece) => JSON.stringify(marks.map((kind) => partOf(piece, kind)));
  const plain = key({});
  const whole = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    const [tail, head] = last && key(last) !== key(piece) ? lettersAround(last.text, piece.text) : ['', ''];
    if (tail && head && key(last) === plain) {
      last.text = last.text.slice(0, -tail.length);
      whole.push({ ...piece, text: tail, hit: last.hit }, { ...piece });
    } else if (tail && head && key(piece) === plain) {
      whole.push({ ...last, text: head, hit: piece.hit }, { ...piece, text: piece.text.slice(head.length) });
    } else whole.push({ ...piece });
  }
  return whole.filter((piece) => piece.text !== '');
}

function lettersAround(before, after) {
  return [/[\p{L}\p{M}]*$/u.exec(before)[0], /^[\p{L}\p{M}]*/u.exec(after)[0]];
}
