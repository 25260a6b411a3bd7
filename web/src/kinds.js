// Kinds of events by sign and colour: each kind has a sign of its own, each family of kinds a colour of the palette of Okabe and
// Ito, which readers who see few colours can still tell apart (jfly.uni-koeln.de/color). Plain geometry: nothing is illustrated.
import { h } from './element.js';

/** The signs on a grid of 10, by kind; and each kind's family, by which it is coloured. */
const KINDS = {
  capture: ['control', 'M5 .5 9.5 9h-9Z'],
  loss: ['control', 'M5 9.5 .5 1h9Z'],
  withdrawal: ['control', 'M5 9.5.5 1h9ZM5 6.3 7 2.6H3Z'],
  surrender: ['control', 'M.5 1h9L5 5l4.5 4h-9L5 5Z'],
  attack: ['force', 'M5 0l5 5-5 5-5-5Z'],
  killing: ['force', 'M5 0l5 5-5 5-5-5ZM5 2.8 2.8 5 5 7.2 7.2 5Z'],
  'air-strike': ['force', 'M5 0 6.2 3.8 10 5 6.2 6.2 5 10 3.8 6.2 0 5 3.8 3.8Z'],
  arrest: ['force', 'M0 0h2.4v10H0ZM3.8 0h2.4v10H3.8ZM7.6 0H10v10H7.6Z'],
  agreement: ['word', 'M.7.7h8.6v8.6H.7Z'],
  declaration: ['word', 'M.7.7h8.6v8.6H.7ZM3 3v4h4V3Z'],
  law: ['word', 'M.5 1h9v3h-9ZM.5 6h9v3h-9Z'],
  election: ['word', 'M.5 .5h4v9h-4ZM5.8 4.5h3.7v5H5.8Z'],
  visit: ['word', 'M.7.7h8.6v4.3H.7Z'],
  displacement: ['people', 'M0 1 4.6 5 0 9ZM5 1 9.6 5 5 9Z'],
  disaster: ['nature', 'M5 0 9.8 3.5 8 9.2H2L.2 3.5Z'],
};

/** The kinds that have a sign, in the order of families. */
export const SIGNED = Object.keys(KINDS);

/** The sign of a kind; nothing for one that has none. What it means is said by what holds it. */
export function kindSign(kind) {
  if (!(kind in KINDS)) return null;
  const [family, path] = KINDS[kind];
  return h('svg', { class: 'kind-sign', 'data-family': family, viewBox: '-0.5 -0.5 11 11', 'aria-hidden': 'true', focusable: 'false' }, h('path', { d: path, 'fill-rule': 'evenodd' }));
}

/** The sign of a kind for who draws it themselves, `{ family, path }` on a grid of 10, to be filled by the even-odd rule; or null. */
export function signOf(kind) {
  return kind in KINDS ? { family: KINDS[kind][0], path: KINDS[kind][1] } : null;
}

/** The family by which a kind is coloured; nothing for one without a sign. */
export function familyOf(kind) {
  return KINDS[kind]?.[0] ?? null;
}
