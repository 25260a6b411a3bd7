// The timeline as it stands on screen, with a key to its signs, as a list of strokes that SVG and a canvas draw alike.
//
// A stroke is `{ shape, …place, fill, stroke, dash }`, in pixels from the upper left corner.
import { signOf } from '../kinds.js';
import { hasRoomForSign, isLegible } from '../legible.js';

const LANE = 28;
const AXIS = 44;
const BINS = 24;
const EDGE = 8;
const HEAD = 40;
const MARK = 9;
/** A letter of these faces is a little under half as wide as it is tall. */
const LETTER = 5.8;
/** Digits and wide letters are wider by as much. */
const WIDE = 1.3;
const COLOURS = { paper: '#fffdf8', ink: '#25211b', faded: '#6a6155', hairline: '#ddd4c3', bins: '#958a79' };

/** The families' colours on light paper, as styles/timeline.css has them. */
const FAMILIES = { control: '#0072b2', force: '#b84f00', word: '#007a5a', people: '#a4527e', nature: '#8f6a00' };
/** A sign's width; with the gap to what follows it; and the height of a line of the key. */
const SIGN = 11;
const SIGNED = 15;
const LINE = 22;

/**
 * The picture of an axis as the engine laid it out; `plot` is the room it was given, `axis` its direction, `title` stands above.
 * `words(mark)` are the words for what a `{ kind }` or a `{ shape }` means, for the key below.
 */
export function picture({ marks, ticks, bins }, { width, lanes }, axis, title, words) {
  const across = (x, wide = 0) => (axis === 'rtl' ? width - x - wide : x);
  const foot = HEAD + lanes * LANE + BINS + AXIS;
  const floor = foot - AXIS + EDGE;
  const key = keyOf(marks, width, words);
  const height = foot + EDGE + key.length * LINE + (key.length > 0 ? EDGE : 0);
  return {
    width,
    height,
    strokes: [
      { shape: 'rect', x: 0, y: 0, width, height, fill: COLOURS.paper },
      ...label(title, axis === 'rtl' ? width - EDGE : EDGE, 26, axis, COLOURS.ink, 18),
      ...ticks.flatMap((tick) => tickStrokes(tick, across, floor, foot + EDGE, width, axis)),
      ...bins.map(({ x, width: wide, count }) => {
        const tall = Math.min(count, 12) * 2;
        return { shape: 'rect', x: across(x, wide), y: floor - tall, width: Math.max(wide - 1, 1), height: tall, fill: COLOURS.bins };
      }),
      ...marks.flatMap((mark) => markStrokes(heldBack(mark, width), across, floor - BINS - mark.lane * LANE - LANE / 2, axis)),
      ...key.flatMap((line, place) => line.flatMap((entry) => keyStrokes(entry, across, foot + EDGE + (place + 0.5) * LINE, axis))),
    ],
  };
}

// The kinds and the precisions that are drawn, by frequency, in lines that fit.
function keyOf(marks, width, words) {
  const byUse = (name) => {
    const uses = new Map();
    for (const mark of marks) uses.set(mark[name], (uses.get(mark[name]) ?? 0) + 1);
    return [...uses].sort((one, other) => other[1] - one[1]).map(([value]) => ({ [name]: value }));
  };
  const lines = [];
  let end = Infinity;
  for (const entry of [...byUse('kind').filter(({ kind }) => signOf(kind)), ...byUse('shape')]) {
    const text = words(entry);
    const wide = SIGNED * 1.5 + text.length * LETTER * 1.15 + 2 * EDGE;
    if (end + wide > width) [lines[lines.length], end] = [[], EDGE];
    lines.at(-1).push({ ...entry, text, x: end });
    end += wide;
  }
  return lines;
}

function keyStrokes({ kind, shape, text, x }, across, y, axis) {
  const wide = shape === 'day' ? MARK : SIGNED;
  const sample = kind ? sign(kind, across(x, SIGN), y) : shape === 'day' ? dayStroke(across(x, wide), wide, y, COLOURS.faded) : barStrokes({ shape }, across(x, wide), wide, y, COLOURS.faded);
  return [sample, label(text, across(x + SIGNED * 1.5), y + 4.5, axis, COLOURS.ink, 13)].flat();
}

function sign(kind, x, y) {
  const { family, path } = signOf(kind);
  return { shape: 'path', d: path, x, y: y - SIGN / 2, scale: SIGN / 10, fill: FAMILIES[family] };
}

function inkOf(kind) {
  return FAMILIES[signOf(kind)?.family] ?? COLOURS.ink;
}

// At the future edge a label that would be cut through is left out.
function tickStrokes({ x, label: text, major }, across, floor, height, width, axis) {
  const at = across(x);
  const side = axis === 'rtl' ? -6 : 6;
  const fits = x + 6 + text.length * LETTER * WIDE < width;
  return [
    { shape: 'line', x1: at, y1: HEAD, x2: at, y2: height, stroke: COLOURS.hairline },
    ...label(fits && text, at + side, floor + (major ? 34 : 16), axis, major ? COLOURS.ink : COLOURS.faded, 13),
  ];
}

// Nor does the future edge cut through the label of a mark: near it every letter counts as wide.
function heldBack(mark, width) {
  const room = Math.max((width - EDGE - mark.labelX) / WIDE, 0);
  return room < mark.labelWidth ? { ...mark, labelWidth: room } : mark;
}

// A label runs from `x` on into the future, whichever way its own letters run.
function label(text, x, y, axis, fill, size) {
  return text ? [{ shape: 'text', x, y, text, edge: axis === 'rtl' ? 'right' : 'left', direction: /[\u0590-\u08ff]/.test(text) ? 'rtl' : 'ltr', fill, size }] : [];
}

/** Lines across a bar stand so far apart. */
const HATCH = 4;
const DASHES = { decade: [4, 3], century: [1.5, 3] };

function markStrokes(mark, across, y, axis) {
  const wide = Math.max(mark.width, MARK);
  const x = across(mark.x, wide);
  return [body(mark, x, wide, y, axis), ends(mark, x, wide, y, axis), labelStrokes(mark, across, y, axis)].flat();
}

function isSigned({ kind }) {
  return signOf(kind) !== null;
}

// A day is its kind's sign. A bar has it where its label stands or would stand, or over its past end where that has no room.
function body(mark, x, wide, y, axis) {
  const { kind, shape } = mark;
  if (shape === 'day') return isSigned(mark) ? sign(kind, x + (wide - SIGN) / 2, y) : dayStroke(x, wide, y, COLOURS.ink);
  const bar = [barStrokes(mark, x, wide, y, inkOf(kind))].flat();
  return isSigned(mark) && !hasRoomForSign(mark) ? [...bar, sign(kind, axis === 'rtl' ? x + wide - SIGN : x, y - SIGN)] : bar;
}

// Inside of a long bar the label interrupts it, as a name does a contour line.
function labelStrokes(mark, across, y, axis) {
  const signed = isSigned(mark) && mark.shape !== 'day' && hasRoomForSign(mark) ? SIGNED : 0;
  if (!isLegible(mark) && signed === 0) return [];
  const text = isLegible(mark) ? cut(mark.label, mark.labelWidth - signed) : '';
  const wide = signed + text.length * LETTER + 8;
  const gap = mark.labelX < mark.x + mark.width ? [{ shape: 'rect', x: across(mark.labelX - 4, wide), y: y - LANE / 2, width: wide, height: LANE, fill: COLOURS.paper }] : [];
  const own = signed > 0 ? [sign(mark.kind, across(mark.labelX, SIGN), y)] : [];
  return [...gap, ...own, ...label(text, across(mark.labelX + signed), y + 4.5, axis, COLOURS.ink, 13)];
}

function dayStroke(x, wide, y, ink) {
  return { shape: 'circle', x: x + wide / 2, y, radius: MARK / 2, fill: ink };
}

// Each precision has a form of its own, as it has on the page (styles/timeline.css).
function barStrokes({ shape }, x, wide, y, ink) {
  const [top, bottom] = [y - MARK / 2, y + MARK / 2];
  const line = (x1, y1, x2, y2, thick) => ({ shape: 'line', x1, y1, x2, y2, stroke: ink, thick });
  const box = { shape: 'rect', x, y: top, width: wide, height: MARK, fill: 'none', stroke: ink, dash: DASHES[shape] };
  const forms = {
    week: () => [{ ...box, y: y - 3, height: 6, fill: ink }],
    month: () => [{ ...box, fill: ink }],
    season: () => [line(x, top + 2, x + wide, top + 2, 4), line(x, bottom, x + wide, bottom, 1)],
    quarter: () => [box, hatched(x, wide, top, 0, ink)],
    half: () => [box, hatched(x, wide, top, MARK, ink)],
    range: () => [line(x, y, x + wide, y, 2), line(x, top, x, bottom, 2), line(x + wide, top, x + wide, bottom, 2)],
  };
  return forms[shape]?.() ?? [box];
}

// Lines across a bar, each leaning by so many pixels, as one path.
function hatched(x, wide, top, lean, ink) {
  const lines = [];
  for (let at = x + HATCH; at + lean <= x + wide - 1; at += HATCH) lines.push(`M${Math.round(at * 10) / 10} ${Math.round(top * 10) / 10}l${lean} ${MARK}`);
  return { shape: 'path', d: lines.join(''), x: 0, y: 0, scale: 1, fill: 'none', stroke: ink };
}

// An uncertain end is a broken line that goes on beyond it, an open one an arrow.
function ends({ kind, softStart, softEnd, openStart, openEnd }, x, wide, y, axis) {
  const past = axis === 'rtl' ? 1 : -1;
  const stroke = inkOf(kind);
  const at = (side) => (side > 0 ? x + wide : x);
  const beyond = (side) => ({ shape: 'line', x1: at(side), y1: y, x2: at(side) + side * 14, y2: y, stroke, dash: [2, 3] });
  const arrow = (side) => [-1, 1].map((slope) => ({ shape: 'line', x1: at(side) + side * 9, y1: y, x2: at(side) + side * 3, y2: y + slope * 5, stroke, thick: 1.5 }));
  return [softStart && beyond(past), softEnd && beyond(-past), openStart && arrow(past), openEnd && arrow(-past)].filter(Boolean).flat();
}

function cut(text, room) {
  const most = Math.floor(room / LETTER);
  if (text.length <= most) return text;
  const words = text.slice(0, most).split(' ');
  return `${(words.length > 1 ? words.slice(0, -1) : words).join(' ')}…`;
}
