// The strip under the lanes: how the matches lie over the whole domain, which part the lanes show, and the brush that
// holds the hits to a span. What the brush does by drag, its two handles do by keys and the fields below by typing.
import { h } from '../element.js';
import { isoDay } from '../days.js';
import { dayAt, shareOf } from '../span.js';

const MONTH = 30.44;
const percent = (share) => `${Math.round(share * 10000) / 100}%`;

export function strip(model, send) {
  const { axis, state, t } = model;
  const { domain } = axis;
  const shown = [shareOf(axis.first, domain), shareOf(axis.last, domain)];
  const span = state.span && [shareOf(state.span[0], domain), shareOf(state.span[1] + 1, domain)];
  return h(
    'div',
    { class: 'strip', key: 'strip', id: 'strip', dir: state.axis, role: 'group', 'aria-label': t('strip'), onPointerdown: (event) => brush(event, domain, send) },
    density(model),
    shown[1] - shown[0] < 0.995 && h('div', { class: 'strip-window', key: 'window', style: between(shown) }),
    span && h('div', { class: 'strip-span', key: 'span', style: between(span) }),
    span && handle('from', state.span[0], model, send),
    span && handle('to', state.span[1], model, send),
    h('span', { class: 'strip-hint', 'aria-hidden': 'true', dir: 'auto' }, !state.span && t('strip.hint')),
  );
}

function between([from, to]) {
  return { 'inset-inline-start': percent(from), 'inline-size': percent(to - from) };
}

// The same all the while that the window moves.
let drawn = null;

function density({ axis, state, moving }) {
  if (!moving || drawn === null) drawn = bars(axis.density, state.axis);
  return drawn;
}

// The drawing's own coordinates run left to right, so it is turned where the axis is.
function bars(columns, axis) {
  const most = Math.max(...columns, Number.MIN_VALUE);
  const height = (count) => Math.round((2 + 30 * Math.sqrt(count / most)) * 10) / 10;
  const path = columns.map((count, place) => (count === 0 || count < most / 200 ? '' : `M${place + 0.12} 32v${-height(count)}h.76v${height(count)}z`)).join('');
  return h(
    'svg',
    { class: 'density', viewBox: `0 0 ${Math.max(columns.length, 1)} 32`, preserveAspectRatio: 'none', 'aria-hidden': 'true', 'data-axis': axis },
    h('path', { d: path }),
  );
}

function handle(end, day, { axis, state, t }, send) {
  const { domain } = axis;
  return h('button', {
    key: end,
    id: `span-${end}`,
    class: 'handle',
    role: 'slider',
    'aria-label': t(`span.${end}`),
    'aria-valuemin': Math.round(domain[0]),
    'aria-valuemax': Math.round(domain[1]),
    'aria-valuenow': day,
    'aria-valuetext': isoDay(day),
    'data-end': end,
    style: { 'inset-inline-start': percent(shareOf(end === 'to' ? day + 1 : day, domain)) },
    onKeydown: (event) => onKey(event, end, { axis, state }, send),
  });
}

function onKey(event, end, { axis, state }, send) {
  const later = state.axis === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const earlier = state.axis === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const steps = { [later]: MONTH, ArrowUp: MONTH, [earlier]: -MONTH, ArrowDown: -MONTH, PageUp: 365.25, PageDown: -365.25, Home: -Infinity, End: Infinity };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const [first, last] = state.span;
  const hold = (day) => Math.round(Math.min(Math.max(day, axis.domain[0]), axis.domain[1]));
  const span = end === 'from' ? [Math.min(hold(first + step), last), last] : [first, Math.max(hold(last + step), first)];
  send({ type: 'span', span });
}

// A press begins a new span, or moves the end whose handle was pressed, or the whole span where its middle was pressed.
function brush(event, domain, send) {
  if (event.button !== 0) return;
  const box = event.currentTarget;
  const dayUnder = (pointer) => {
    const { left, width } = box.getBoundingClientRect();
    const share = Math.min(Math.max((pointer.clientX - left) / width, 0), 1);
    return dayAt(box.dir === 'rtl' ? 1 - share : share, domain);
  };
  const begun = dayUnder(event);
  const anchor = event.target.dataset?.end ? otherEnd(event.target, domain) : begun;
  const x = event.clientX;
  let drawing = Boolean(event.target.dataset?.end);
  box.setPointerCapture(event.pointerId);
  const move = (next) => {
    drawing ||= Math.abs(next.clientX - x) > 4;
    if (drawing) send({ type: 'span', span: ordered(anchor, dayUnder(next)) });
  };
  box.onpointermove = move;
  box.onpointerup = box.onpointercancel = () => (box.onpointermove = box.onpointerup = box.onpointercancel = null);
}

function otherEnd(handle, domain) {
  const name = handle.dataset.end === 'from' ? 'span-to' : 'span-from';
  return Number(document.getElementById(name)?.getAttribute('aria-valuenow') ?? domain[0]);
}

function ordered(a, b) {
  const days = [a, b].map(Math.floor);
  return [Math.min(...days), Math.max(...days)];
}
