// The lanes: ticks, marks drawn by their precision, and bins where marks would stand too close.
//
// The box's own `dir` is the axis's direction, so that an inline offset from the start is a distance from the past edge
// whichever way time runs; each label keeps the direction of its own letters.
import { h } from '../element.js';
import { followGestures } from '../gestures.js';
import { moved } from '../span.js';
import { windowForKey } from './timeline.js';

const px = (number) => `${Math.round(number * 10) / 10}px`;

export function lanes(model, send) {
  const { axis, state, t } = model;
  const drawn = axis ? inTime(axis) : [];
  const cursor = (drawn.find((thing) => thing.key === state.cursor) ?? drawn[0])?.key;
  return h(
    'div',
    {
      class: 'lanes',
      key: 'lanes',
      id: 'lanes',
      dir: state.axis,
      role: 'group',
      'aria-label': t('lanes', { n: axis?.marks.length ?? 0 }),
      'data-gliding': state.gliding,
      mounted: (box) => followGestures(box, send),
      onKeydown: (event) => onKey(event, drawn, cursor, model, send),
    },
    axis && h('div', { class: 'ticks', 'aria-hidden': 'true', key: 'ticks' }, axis.ticks.map(tick)),
    axis?.count === 0 && h('p', { class: 'lanes-empty', key: 'empty', dir: 'auto' }, t('timeline.empty')),
    drawn.map((thing) => (thing.mark ? mark(thing, cursor, model, send) : bin(thing, cursor, model, send))),
  );
}

// Marks and bins in one order, the order in which the arrows walk.
function inTime({ marks, bins }) {
  const things = [...marks.map((mark) => ({ key: `event-${mark.event}`, x: mark.x, mark })), ...bins.map((bin) => ({ key: `bin-${Math.round(bin.first)}`, x: bin.x, bin }))];
  return things.sort((a, b) => a.x - b.x || a.key.localeCompare(b.key));
}

function tick({ x, label, major }) {
  return h('span', { key: `${label} ${major}`, class: 'tick', 'data-major': major, style: { 'inset-inline-start': px(x) } }, h('bdi', null, label));
}

function mark({ key, mark }, cursor, model, send) {
  const { state, t, reading } = model;
  const open = reading?.document === mark.document && state.open?.sentence === mark.sentence;
  return h(
    'button',
    {
      key,
      id: key,
      class: 'mark',
      tabindex: key === cursor ? '0' : '-1',
      'aria-label': nameOf(mark, t),
      'aria-current': open ? 'true' : null,
      title: `${mark.date} · ${mark.title}`,
      style: { 'inset-inline-start': px(mark.x), '--lane-number': String(mark.lane), '--length': px(mark.width), '--label': px(mark.labelWidth) },
      onFocus: () => state.cursor !== key && send({ type: 'cursor', cursor: key }),
      onClick: () => send({ type: 'open', id: model.idOf(mark.document), sentence: mark.sentence, from: key }),
    },
    h('span', { class: 'glyph', 'data-shape': mark.shape, 'data-soft': ends(mark.softStart, mark.softEnd), 'data-open': ends(mark.openStart, mark.openEnd) }),
    mark.labelWidth > 0 && h('span', { class: 'mark-label', dir: 'auto' }, mark.doubts.length > 0 && h('span', { class: 'doubt' }, t('doubt.sign')), mark.label),
  );
}

function ends(start, end) {
  if (start && end) return 'both';
  if (start) return 'start';
  return end ? 'end' : null;
}

/** What a mark is called: its date, what happened, who tells it, and whether the date is in doubt. */
export function nameOf(mark, t) {
  const parts = [mark.date, mark.label, mark.outlet ?? mark.title, mark.doubts.length > 0 && t('doubt')];
  return parts.filter(Boolean).join(t('and.comma'));
}

function bin({ key, bin }, cursor, { state, t, number }, send) {
  const label = t('bin', { n: bin.count });
  return h(
    'button',
    {
      key,
      id: key,
      class: 'bin',
      tabindex: key === cursor ? '0' : '-1',
      'aria-label': label,
      title: label,
      style: { 'inset-inline-start': px(bin.x), '--length': px(bin.width) },
      onFocus: () => state.cursor !== key && send({ type: 'cursor', cursor: key }),
      onClick: () => send({ type: 'window', window: [bin.first, bin.last], gliding: true }),
    },
    h('span', { 'aria-hidden': 'true' }, `+${number(bin.count)}`),
  );
}

function onKey(event, drawn, cursor, model, send) {
  if (event.ctrlKey || event.metaKey || event.altKey || !model.axis) return;
  const direction = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (direction) {
    event.preventDefault();
    // Left and right follow the eye; up is earlier and down is later, as in the list.
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    walk(sideways && model.state.axis === 'rtl' ? -direction : direction, drawn, cursor, model, send);
    return;
  }
  const window = windowForKey(event.key, model);
  if (!window) return;
  event.preventDefault();
  send({ type: 'window', window, gliding: true });
  const edge = { Home: 'first', End: 'last' }[event.key];
  if (edge) focusEdge(edge, send);
}

// One step in time; past the last drawn mark the window moves on, and the walk goes on in what appears.
function walk(direction, drawn, cursor, { axis }, send) {
  const place = drawn.findIndex((thing) => thing.key === cursor);
  const next = drawn[place + direction];
  if (next) return focusMark(next.key, send);
  const window = moved([axis.first, axis.last], direction * 0.5, axis.domain);
  if (Math.abs(window[0] - axis.first) < 0.01) return;
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
