// The timeline as it stands on screen, as a list of strokes that SVG and a canvas draw alike.
//
// A stroke is `{ shape, …place, fill, stroke, dash }`, in pixels from the upper left corner.

const LANE = 28;
const AXIS = 44;
const BINS = 24;
const EDGE = 8;
const HEAD = 40;
const MARK = 9;
/** A label with less room says nothing. */
const LEGIBLE = 24;
/** A letter of these faces is a little under half as wide as it is tall. */
const LETTER = 5.8;
const COLOURS = { paper: '#fffdf8', ink: '#25211b', faded: '#6a6155', hairline: '#ddd4c3', bins: '#958a79' };

/** The picture of an axis as the engine laid it out; `plot` is the room it was given, `axis` its direction, `title` stands above. */
export function picture({ marks, ticks, bins }, { width, lanes }, axis, title) {
  const height = HEAD + lanes * LANE + BINS + AXIS + EDGE;
  const across = (x, wide = 0) => (axis === 'rtl' ? width - x - wide : x);
  const floor = height - AXIS;
  return {
    width,
    height,
    strokes: [
      { shape: 'rect', x: 0, y: 0, width, height, fill: COLOURS.paper },
      ...label(title, axis === 'rtl' ? width - EDGE : EDGE, 26, axis, COLOURS.ink, 18),
      ...ticks.flatMap((tick) => tickStrokes(tick, across, floor, height, axis)),
      ...bins.map(({ x, width: wide, count }) => {
        const tall = Math.min(count, 12) * 2;
        return { shape: 'rect', x: across(x, wide), y: floor - tall, width: wide - 1, height: tall, fill: COLOURS.bins };
      }),
      ...marks.flatMap((mark) => markStrokes(mark, across, floor - BINS - mark.lane * LANE - LANE / 2, axis)),
    ],
  };
}

function tickStrokes({ x, label: text, major }, across, floor, height, axis) {
  const at = across(x);
  const side = axis === 'rtl' ? -6 : 6;
  return [
    { shape: 'line', x1: at, y1: HEAD, x2: at, y2: height, stroke: COLOURS.hairline },
    ...label(text, at + side, floor + (major ? 34 : 16), axis, major ? COLOURS.ink : COLOURS.faded, 13),
  ];
}

// A label runs from `x` on into the future, whichever way its own letters run.
function label(text, x, y, axis, fill, size) {
  return text ? [{ shape: 'text', x, y, text, edge: axis === 'rtl' ? 'right' : 'left', direction: /[\u0590-\u08ff]/.test(text) ? 'rtl' : 'ltr', fill, size }] : [];
}

const FILLED = ['week', 'month'];
const DASHES = { decade: [4, 3], century: [1.5, 3] };

function markStrokes(mark, across, y, axis) {
  const wide = Math.max(mark.width, MARK);
  const x = across(mark.x, wide);
  const body = mark.shape === 'day' ? dayStroke(x, wide, y) : barStrokes(mark, x, wide, y);
  return [body, ends(mark, x, wide, y, axis), labelStrokes(mark, across, y, axis)].flat();
}

// Inside of a long bar the label interrupts it, as a name does a contour line.
function labelStrokes(mark, across, y, axis) {
  if (mark.labelWidth <= LEGIBLE) return [];
  const text = cut(mark.label, mark.labelWidth);
  const wide = text.length * LETTER + 8;
  const gap = mark.labelX < mark.x + mark.width ? [{ shape: 'rect', x: across(mark.labelX - 4, wide), y: y - LANE / 2, width: wide, height: LANE, fill: COLOURS.paper }] : [];
  return [...gap, ...label(text, across(mark.labelX), y + 4.5, axis, COLOURS.ink, 13)];
}

function dayStroke(x, wide, y) {
  return { shape: 'circle', x: x + wide / 2, y, radius: MARK / 2, fill: COLOURS.ink };
}

function barStrokes({ shape }, x, wide, y) {
  if (shape !== 'range') return { shape: 'rect', x, y: y - MARK / 2, width: wide, height: MARK, fill: FILLED.includes(shape) ? COLOURS.ink : 'none', stroke: COLOURS.ink, dash: DASHES[shape] };
  const cap = (at) => ({ shape: 'line', x1: at, y1: y - MARK / 2, x2: at, y2: y + MARK / 2, stroke: COLOURS.ink, thick: 2 });
  return [{ shape: 'line', x1: x, y1: y, x2: x + wide, y2: y, stroke: COLOURS.ink, thick: 2 }, cap(x), cap(x + wide)];
}

// An uncertain end is a broken line that goes on beyond it, an open one an arrow.
function ends({ softStart, softEnd, openStart, openEnd }, x, wide, y, axis) {
  const past = axis === 'rtl' ? 1 : -1;
  const at = (side) => (side > 0 ? x + wide : x);
  const beyond = (side) => ({ shape: 'line', x1: at(side), y1: y, x2: at(side) + side * 14, y2: y, stroke: COLOURS.ink, dash: [2, 3] });
  const arrow = (side) => [-1, 1].map((slope) => ({ shape: 'line', x1: at(side) + side * 9, y1: y, x2: at(side) + side * 3, y2: y + slope * 5, stroke: COLOURS.ink, thick: 1.5 }));
  return [softStart && beyond(past), softEnd && beyond(-past), openStart && arrow(past), openEnd && arrow(-past)].filter(Boolean).flat();
}

function cut(text, room) {
  const most = Math.floor(room / LETTER);
  if (text.length <= most) return text;
  const words = text.slice(0, most).split(' ');
  return `${(words.length > 1 ? words.slice(0, -1) : words).join(' ')}…`;
}
