// The lanes: ticks, marks drawn by their precision, and bins where marks would stand too close.
//
// The box's own `dir` is the axis's direction, so that an inline offset from the start is a distance from the past edge
// whichever way time runs; each label keeps the direction of its own letters.
import { h } from '../element.js';
import { followGestures } from '../gestures.js';
import { fit } from '../fit.js';
import { familyOf, kindSign } from '../kinds.js';
import { isLegible } from '../legible.js';
import { shareOf } from '../span.js';
import { windowForKey } from './timeline.js';

/** The width of the engine's columns of counts. */
const COLUMN = 8;
/** How many of them share one button, so that a finger can hit it. */
const COLUMNS = 5;
/** Room in mean letters for the sign of a doubt, the number of sources, the sign of a kind, and the padding of a label inside of its bar. */
const DOUBT = 2;
const TOLD = 4;
const SIGN = 2.5;
const PADDING = 1.25;
/** A digit is wider than the mean letter. */
const DIGIT = 1.4;
/** A stretch of fewer days can't be drawn apart any further. */
const SHORTEST = 5;

const px = (number) => `${Math.round(number * 10) / 10}px`;

export function lanes(model, send) {
  const { axis, state, t } = model;
  const drawn = inTime(axis, state.plot.width);
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
      mounted: (box) => followGestures(box, send),
      onKeydown: (event) => onKey(event, drawn, cursor, model, send),
    },
    h('div', { class: 'ticks', 'aria-hidden': 'true', key: 'ticks' }, axis.ticks.map((one) => tick(one, state.plot))),
    state.span && outside(state.span, axis),
    axis.count === 0 && h('p', { class: 'lanes-empty', key: 'empty', dir: 'auto' }, t(axis.pending.length > 0 ? 'counting' : 'timeline.empty')),
    drawn.map((thing) => (thing.mark ? mark(thing, cursor, model, send) : counts(thing, cursor, model, send))),
  );
}

// Marks and groups of counts in one order, the order in which the arrows walk.
function inTime(axis, width) {
  const things = [...axis.marks.map((mark) => ({ key: `event-${mark.event}`, x: mark.x, mark })), ...grouped(axis, width)];
  return things.sort((a, b) => a.x - b.x || a.key.localeCompare(b.key));
}

// The engine counts its columns from a fixed day, and so do the groups: they keep their columns while the window moves.
function grouped({ bins, first, last }, width) {
  const days = ((last - first) / width) * COLUMN * COLUMNS;
  const groups = new Map();
  for (const bin of bins) {
    const number = Math.floor(bin.first / days + 1e-6);
    groups.set(number, [...(groups.get(number) ?? []), bin]);
  }
  return [...groups].map(([number, columns]) => ({ key: `bin-${number}`, x: ((number * days - first) / days) * COLUMN * COLUMNS, columns }));
}

// What lies outside of the chosen span stands back.
function outside(span, axis) {
  const window = [axis.first, axis.last];
  const [from, to] = [shareOf(span[0], window), shareOf(span[1] + 1, window)];
  return [
    from > 0 && h('div', { class: 'outside', key: 'before', style: { 'inset-inline-start': '0', 'inline-size': `${from * 100}%` } }),
    to < 1 && h('div', { class: 'outside', key: 'after', style: { 'inset-inline-start': `${to * 100}%`, 'inline-size': `${(1 - to) * 100}%` } }),
  ];
}

// At the future edge a label that would be cut through is left out.
function tick({ x, label, major }, { width, charWidth }) {
  const fits = x + label.length * charWidth * DIGIT < width;
  return h('span', { key: `${label} ${major}`, class: 'tick', 'data-major': major, style: { 'inset-inline-start': px(x) } }, fits && h('bdi', null, label));
}

function mark({ key, mark }, cursor, model, send) {
  const { state, reading } = model;
  const sign = kindSign(mark.kind);
  const words = isLegible(mark) ? wordsOf(mark, sign, state.plot) : null;
  const open = reading?.document === mark.document && state.open?.sentence === mark.sentence;
  const name = nameOf(mark, model);
  return h(
    'button',
    {
      key,
      id: key,
      class: 'mark',
      tabindex: key === cursor ? '0' : '-1',
      'aria-label': name,
      'data-family': familyOf(mark.kind),
      'data-signed': sign !== null,
      'aria-current': open ? 'true' : null,
      title: name,
      style: { 'inset-inline-start': px(mark.x), '--lane-number': String(mark.lane), '--length': px(mark.width), '--label': px(mark.labelWidth), '--label-start': px(mark.labelX - mark.x) },
      onFocus: () => state.cursor !== key && send({ type: 'cursor', cursor: key }),
      onClick: () => send({ type: 'open', number: mark.document, id: model.idOf(mark.document), sentence: mark.sentence, from: key }),
    },
    // On a bar that has a label the sign stands in the label.
    (mark.shape === 'day' || words === null) && sign,
    h('span', { class: 'glyph', 'data-shape': mark.shape, 'data-soft': ends(mark.softStart, mark.softEnd), 'data-open': ends(mark.openStart, mark.openEnd) }),
    (words !== null || (isLegible(mark) && mark.sources > 1)) && label(mark, words, mark.shape === 'day' || words === null ? null : sign, model),
  );
}

// As many words of the label as its room holds, or nothing.
function wordsOf(mark, sign, { charWidth }) {
  const taken = [mark.doubts.length > 0 && DOUBT, mark.sources > 1 && TOLD, sign && mark.shape !== 'day' && SIGN, isInside(mark) && PADDING];
  return fit(mark.label, taken.reduce((room, letters) => room - (letters || 0) * charWidth, mark.labelWidth));
}

function isInside({ labelX, x, width }) {
  return labelX < x + width;
}

function label(mark, words, sign, { about, number, t }) {
  return h(
    'span',
    { class: 'mark-label', 'aria-hidden': 'true', dir: 'auto', lang: about.language, 'data-inside': isInside(mark) },
    mark.doubts.length > 0 && h('span', { class: 'doubt' }, t('doubt.sign')),
    sign,
    mark.sources > 1 && h('span', { class: 'told', 'data-count': number(mark.sources) }),
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

function counts({ key, x, columns }, cursor, { state, t }, send) {
  const label = t('bin', { n: columns.reduce((sum, column) => sum + column.count, 0) });
  return h(
    'button',
    {
      key,
      id: key,
      class: 'bin',
      tabindex: key === cursor ? '0' : '-1',
      'aria-label': label,
      title: label,
      style: { 'inset-inline-start': px(x), '--length': px(COLUMN * COLUMNS) },
      onFocus: () => state.cursor !== key && send({ type: 'cursor', cursor: key }),
      onClick: () => lookInto(columns, send),
    },
    columns.map((column) => h('span', { key: column.first, class: 'column', style: { 'inset-inline-start': px(column.x - x), 'inline-size': px(column.width), '--count': String(Math.min(column.count, 12)) } })),
  );
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
