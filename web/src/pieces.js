// Text that the engine has cut into pieces becomes text nodes and quiet marks; nothing here may change a letter's form,
// so marks are plain inline elements without padding, and no word is cut: WebKit does not join letters across nodes.
import { h } from './element.js';

/** Pieces with the words that matched marked. */
export function marked(pieces) {
  return merged(pieces, (piece) => piece.hit).map(({ value, text }) => (value ? h('mark', null, text) : text));
}

/** Pieces in which each run of one time expression is wrapped by `wrap(mention, nodes)`. */
export function explained(pieces, wrap) {
  return merged(wholeWords(pieces), mentionOf).map(({ value, members }) => (value === null ? marked(members) : wrap(value, marked(members))));
}

function mentionOf(piece) {
  return piece.mention ?? null;
}

// Runs of neighbours for which `key` gives the same value.
function merged(pieces, key) {
  const runs = [];
  for (const piece of pieces) {
    const value = key(piece);
    if (runs.at(-1)?.value !== value) runs.push({ value, text: '', members: [] });
    const run = runs.at(-1);
    run.text += piece.text;
    run.members.push(piece);
  }
  return runs;
}

// A time expression takes in the rest of the word that it begins or ends in: the ف of فقبل, which is not part of it.
function wholeWords(pieces) {
  const whole = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    const [tail, head] = last && mentionOf(last) !== mentionOf(piece) ? lettersAround(last.text, piece.text) : ['', ''];
    if (tail && head && mentionOf(last) === null) {
      last.text = last.text.slice(0, -tail.length);
      whole.push({ ...piece, text: tail, hit: last.hit }, { ...piece });
    } else if (tail && head && mentionOf(piece) === null) {
      whole.push({ ...last, text: head, hit: piece.hit }, { ...piece, text: piece.text.slice(head.length) });
    } else whole.push({ ...piece });
  }
  return whole.filter((piece) => piece.text !== '');
}

function lettersAround(before, after) {
  return [/[\p{L}\p{M}]*$/u.exec(before)[0], /^[\p{L}\p{M}]*/u.exec(after)[0]];
}
