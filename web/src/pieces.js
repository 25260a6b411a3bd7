// Text that the engine has cut into pieces becomes text nodes and quiet marks; nothing here may change a letter's form,
// so marks are plain inline elements without padding.
import { h } from './element.js';

/** Pieces with the words that matched marked. */
export function marked(pieces) {
  return pieces.map((piece) => (piece.hit ? h('mark', null, piece.text) : piece.text));
}

/** Pieces in which each run of one time expression is wrapped by `wrap(mention, nodes)`. */
export function explained(pieces, wrap) {
  return runs(pieces).map(({ mention, members }) => (mention === null ? marked(members) : wrap(mention, marked(members))));
}

function runs(pieces) {
  const found = [];
  for (const piece of pieces) {
    const mention = piece.mention ?? null;
    const last = found.at(-1);
    if (last && last.mention === mention) last.members.push(piece);
    else found.push({ mention, members: [piece] });
  }
  return found;
}

/** The text of pieces. */
export function textOf(pieces) {
  return pieces.map((piece) => piece.text).join('');
}
