// The lanes: ticks, marks drawn by their precision, and bins where marks would stand too close.
//
// The box's own `dir` is the axis's direction: what has no offset stands at the past edge, whichever way time runs, and is moved
// from there. While the window moves, that is all that changes of most marks: nothing is laid out and no label is drawn anew.
// Each label keeps the direction of its own letters.
import { h } from '../element.js';
import { followGestures } from '../gestures.js';
import { fit } from '../fit.js';
import { familyOf, kindSign } from '../kinds.js';
import { hasRoomForSign, isLegible } from '../legible.js';
import { shareOf } from '../span.js';
import { windowForKey } from './timeline.js';
import { whyUnmarked } from './unmarked.js';

/** How many of the engine's columns of counts share one button, so that a finger can hit it. */
const COLUMNS = 4;
/** As wide as four columns get; a narrower button is drawn that wide and shrunk. */
const WIDEST = 64;
/** A column of so many or more is drawn as tall as any; the height of that, and of one of nothing, in the room of 24. */
const MOST = 12;
const TALLEST = 19.2;
const FLOOR = 3;
/** The room of a label that the future edge cuts changes by so many pixels at once, not with every move. */
const CUT = 8;
/** Room in mean letters for the sign of a doubt, the number of sources, the sign of a kind, and the padding of a label inside of its bar. */
const DOUBT = 2;
const TOLD = 4;
const SIGN = 2.5;
const PADDING = 1.25;
/** A digit is wider than the mean letter. */
const DIGIT = 1.4;
/** So many new marks are drawn in one frame of a window that moves. */
const COMING = 4;
/** A stretch of fewer days can't be drawn apart any further. */
const SHORTEST = 5;

const px = (number) => `${Math.round(number * 10) / 10}px`;
// Whole pixels: halves would blur what has edges.
const across = (x, axis) => `translateX(${Math.round(axis === 'rtl' ? -x : x)}px)`;

export function lanes(model, send) {
  const { axis, state, t } = model;
  const drawn = inTime(axis, taken(axis.marks, model.moving), state.plot.width);
  const cursor = (drawn.find((thing) => thing.key === state.cursor) ?? drawn[0])?.key;
  return h(
    'div',
    {
      class: 'lanes',
      key: 'lanes',
      id: 'lanes',
      dir: state.axis,
      role: 'group',
      'aria-label': t('lanes', { n: axis.marks.length }),
      'data-gliding': state.gliding,
      mounted: (box) => {
        followGestures(box, send);
        followFocus(box, send);
      },
      // One ear for all marks: to give each its own with every move would take longer than to move them.
      onKeydown: (event) => onKey(event, drawn, cursor, model, send),
      onClick: (event) => act(thingOf(event, drawn), model, send),
    },
    // What comes and goes asks the box round it for a new layout: a box of its own keeps that from the page.
    h('div', { class: 'room', key: 'room' }, drawing(drawn, cursor, model)),
  );
}

function drawing(drawn, cursor, model) {
  const { axis, state, t } = model;
  if (!model.moving) kept.clear();
  return [
    h('div', { class: 'ticks', 'aria-hidden': 'true', key: 'ticks', 'data-rows': axis.ticks.every(({ major }) => major) ? 'one' : 'two' }, axis.ticks.map((one) => tick(one, model))),
    columns(axis, state.plot),
    state.span && outside(state.span, axis),
    emptiness(drawn, model),
    drawn.map((thing) => (thing.mark ? mark(thing, cursor, model) : counts(thing, cursor, model))),
  ];
}

// Lanes without a mark say why, once they rest. Which parts of the archive are missing stands below the search.
function emptiness(drawn, { axis, moving, t }) {
  if (drawn.length > 0 || moving) return null;
  return h('p', { class: 'lanes-empty', key: 'empty', dir: 'auto' }, whyUnmarked(axis, t));
}

// Where the scale doubles, a dozen marks come at once: while the window moves they come a few a frame.
let standing = new Set();

function taken(marks, moving) {
  let room = moving ? COMING : Infinity;
  const shown = marks.filter(({ event }) => standing.has(event) || room-- > 0);
  standing = new Set(shown.map(({ event }) => event));
  return shown;
}

// Marks and groups of counts in one order, the order in which the arrows walk.
function inTime(axis, marks, width) {
  const things = [...marks.map((mark) => ({ key: `event-${mark.event}`, x: mark.x, mark })), ...grouped(axis, width)];
  return things.sort((a, b) => a.x - b.x || a.key.localeCompare(b.key));
}

// The engine counts its columns from a fixed day, and so do the groups: they keep their columns while the window moves.
function grouped({ bins, columnDays, first, last }, width) {
  const days = columnDays * COLUMNS;
  const perDay = width / (last - first);
  const groups = new Map();
  for (const bin of bins) {
    // The first column of the window begins with the window.
    const number = Math.floor(bin.first / days + 1e-6);
    if (!groups.has(number)) groups.set(number, []);
    groups.get(number).push(bin);
  }
  return [...groups].map(([number, columns]) => ({ key: `bin-${number * days}`, x: (number * days - first) * perDay, wide: days * perDay, columns }));
}

// What lies outside of the chosen span stands back: the paper behind the marks by a veil, marks in a fainter ink, since a veil
// over them would lie over the labels of marks inside of the span too.
function outside(span, axis) {
  const window = [axis.first, axis.last];
  const [from, to] = [shareOf(span[0], window), shareOf(span[1] + 1, window)];
  return [
    from > 0 && h('div', { class: 'outside', key: 'before', style: { 'inset-inline-start': '0', 'inline-size': `${from * 100}%` } }),
    to < 1 && h('div', { class: 'outside', key: 'after', style: { 'inset-inline-start': `${to * 100}%`, 'inline-size': `${(1 - to) * 100}%` } }),
  ];
}

// All columns are one drawing, from left to right, and turned where the axis is; the buttons over them have no look of their own.
function columns({ bins }, { width }) {
  const bars = bins.map(({ x, width: wide, count }) => `M${Math.round(x)} 24v${-TALLEST * Math.min(count, MOST) / MOST - FLOOR}h${Math.max(Math.round(x + wide) - Math.round(x) - 1, 1)}V24z`);
  return h('svg', { class: 'columns', key: 'columns', viewBox: `0 0 ${width} 24`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, h('path', { d: bars.join('') }));
}

// At the future edge a label that would be cut through is left out.
function tick({ x, label, major }, { state: { axis, plot: { width, charWidth } }, moving }) {
  const fits = x + label.length * charWidth * DIGIT < width;
  return h('span', { key: `${label} ${major}`, spare: moving && 'tick', class: 'tick', 'data-major': major, style: { transform: across(x, axis) } }, fits && h('bdi', null, label));
}

function followFocus(box, send) {
  box.addEventListener('focusin', ({ target }) => target.matches('.mark, .bin') && send({ type: 'cursor', cursor: target.id }));
}

function thingOf({ target }, drawn) {
  const id = target.closest('.mark, .bin')?.id;
  return drawn.find(({ key }) => key === id);
}

function act(thing, model, send) {
  if (thing?.columns) lookInto(thing.columns, send);
  if (thing?.mark) send({ type: 'open', number: thing.mark.document, id: model.idOf(thing.mark.document), sentence: thing.mark.sentence, from: thing.key });
}

function isOutside({ x, width }, { span, plot }, { first, last }) {
  if (!span) return false;
  const day = plot.width / (last - first);
  return x + width <= (span[0] - first) * day || x >= (span[1] + 1 - first) * day;
}

function mark({ key, mark }, cursor, model) {
  const { state, reading } = model;
  const sign = kindSign(mark.kind);
  const words = isLegible(mark) ? wordsOf(mark, sign, state.plot) : null;
  const open = reading?.document === mark.document && state.open?.sentence === mark.sentence;
  const isPoint = mark.shape === 'day';
  const { name, inside } = unchanged(mark, words, model) ?? known(mark, words, sign, model);
  return h(
    'button',
    {
      key,
      // New marks come by the dozen where the scale doubles: what has gone out of sight becomes what has come.
      spare: model.moving && 'mark',
      id: key,
      class: 'mark',
      tabindex: key === cursor ? '0' : '-1',
      'aria-label': name,
      'data-family': familyOf(mark.kind),
      'data-signed': sign !== null,
      'data-point': isPoint,
      'data-outside': isOutside(mark, state, model.axis),
      'aria-current': open ? 'true' : null,
      title: name,
      style: { transform: across(mark.x, state.axis), '--lane-number': String(mark.lane), ...(isPoint && { '--length': px(mark.width) }) },
    },
    inside,
  );
}

// What marks are called and have in them, by event, with what that follows from: while the window moves, few change more than their place.
const kept = new Map();

function unchanged(mark, words, { moving }) {
  const before = moving && kept.get(mark.event);
  return before && before.from === from(mark, words) ? before : null;
}

function from({ title, label, x, width, labelX, labelWidth }, words) {
  return [title, label, words, px(width), Math.round(labelX - x), labelWidth].join('|');
}

function known(mark, words, sign, model) {
  const isPoint = mark.shape === 'day';
  // A bar's sign stands where its label stands or would stand, and over the bar's beginning where the next mark leaves no room: on
  // the bar it hid the bar's ends.
  const apart = !isPoint && hasRoomForSign(mark) ? sign : null;
  const told = isLegible(mark) && mark.sources > 1;
  const inside = [
    apart === null && sign,
    h('span', { class: 'glyph', 'data-shape': mark.shape, 'data-soft': ends(mark.softStart, mark.softEnd), 'data-open': ends(mark.openStart, mark.openEnd), style: isPoint ? null : { 'inline-size': px(mark.width) } }),
    (words !== null || told || apart !== null) && label(mark, words, apart, model),
  ];
  kept.set(mark.event, { from: from(mark, words), name: nameOf(mark, model), inside });
  return kept.get(mark.event);
}

// The future edge cuts labels by steps, so that they are not measured and drawn anew with every move.
function roomOf({ labelX, labelWidth }, { width }) {
  return labelX + labelWidth < width - 1 ? labelWidth : Math.floor(labelWidth / CUT) * CUT;
}

// As many words of the label as its room holds, or nothing.
function wordsOf(mark, sign, plot) {
  const { charWidth } = plot;
  const taken = [mark.doubts.length > 0 && DOUBT, mark.sources > 1 && TOLD, sign && mark.shape !== 'day' && SIGN, isInside(mark) && PADDING];
  return fit(mark.label, taken.reduce((room, letters) => room - (letters || 0) * charWidth, roomOf(mark, plot)));
}

function isInside({ labelX, x, width }) {
  return labelX < x + width;
}

function label(mark, words, sign, { about, state, number, t }) {
  return h(
    'span',
    { class: 'mark-label', 'aria-hidden': 'true', dir: 'auto', lang: about.language, 'data-inside': isInside(mark), style: { transform: across(mark.labelX - mark.x, state.axis), [isInside(mark) ? 'max-inline-size' : 'inline-size']: px(roomOf(mark, state.plot)) } },
    mark.doubts.length > 0 && h('span', { class: 'doubt' }, t('doubt.sign')),
    sign,
    isLegible(mark) && mark.sources > 1 && h('span', { class: 'told', 'data-count': number(mark.sources) }),
    words,
  );
}

function ends(start, end) {
  if (start && end) return 'both';
  if (start) return 'start';
  return end ? 'end' : null;
}

/** What a mark is called: its date, where, what kind of event, who tells it, what happened, and whether the date is in doubt. */
export function nameOf(mark, { named, t }) {
  const kind = familyOf(mark.kind) && named('happened', mark.kind);
  const told = mark.sources > 1 ? t('sources', { n: mark.sources }) : (mark.outlet ?? mark.title);
  const parts = [mark.date, mark.place, kind, told, mark.label, mark.doubts.length > 0 && t('doubt')];
  return parts.filter(Boolean).join(t('and.comma'));
}

function counts({ key, x, wide, columns }, cursor, { state, t, moving }) {
  const label = t('bin', { n: columns.reduce((sum, { count }) => sum + count, 0) });
  return h('button', {
    key,
    spare: moving && 'bin',
    id: key,
    class: 'bin',
    tabindex: key === cursor ? '0' : '-1',
    'aria-label': label,
    title: label,
    style: { transform: `${across(x, state.axis)} scaleX(${Math.round((wide / WIDEST) * 1000) / 1000})` },
  });
}

// Closer, until a day can't be drawn any wider; then the list has them all.
function lookInto(columns, send) {
  const [first, last] = [columns[0].first, columns.at(-1).last];
  send({ type: 'window', window: [first, last], gliding: true });
  if (last - first < SHORTEST) send({ type: 'listed' });
}

function onKey(event, drawn, cursor, model, send) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (direction) {
    event.preventDefault();
    // Left and right follow the eye; up is earlier and down is later, as in the list.
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    walk(sideways && model.state.axis === 'rtl' ? -direction : direction, drawn, cursor, model, send);
    return;
  }
  const here = drawn.find((thing) => thing.key === cursor)?.x ?? model.state.plot.width / 2;
  const window = windowForKey(event.key, model, Math.min(Math.max(here / model.state.plot.width, 0), 1));
  if (!window) return;
  event.preventDefault();
  send({ type: 'window', window, gliding: true });
  const edge = { Home: 'first', End: 'last' }[event.key];
  if (edge) focusEdge(edge, send);
}

// One step in time; past the last drawn mark the window moves on, and the walk goes on in what appears.
function walk(direction, drawn, cursor, model, send) {
  const place = drawn.findIndex((thing) => thing.key === cursor);
  const next = drawn[place + direction];
  if (next) return focusMark(next.key, send);
  const { first, last } = model.axis;
  const window = model.moved([first, last], direction * 0.5);
  if (Math.abs(window[0] - first) < 0.01) return;
  send({ type: 'window', window, gliding: true });
  requestAnimationFrame(() => {
    const now = [...document.querySelectorAll('#lanes .mark, #lanes .bin')];
    const here = now.findIndex((element) => element.id === cursor);
    const target = here < 0 ? now.at(direction > 0 ? 0 : -1) : now[here + direction];
    if (target) focusMark(target.id, send);
  });
}

function focusEdge(edge, send) {
  requestAnimationFrame(() => {
    const now = document.querySelectorAll('#lanes .mark, #lanes .bin');
    const target = edge === 'first' ? now[0] : now[now.length - 1];
    if (target) focusMark(target.id, send);
  });
}

function focusMark(key, send) {
  send({ type: 'cursor', cursor: key });
  document.getElementById(key)?.focus({ preventScroll: true });
}
