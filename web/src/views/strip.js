// The strip under the lanes: how the matches lie over the whole domain, which part the lanes show, and the brush that
// holds the hits to a span. What the brush does by drag, its two handles do by keys and the fields below by typing.
import { between, edgeNear, monthsOn } from '../brushed.js';
import { h } from '../element.js';
import { dayLabel } from '../span-label.js';
import { dayAt, shareOf } from '../span.js';

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
    shown[1] - shown[0] < 0.995 && h('div', { class: 'strip-window', key: 'window', style: lying(shown) }),
    span && h('div', { class: 'strip-span', key: 'span', style: lying(span) }),
    span && handle('from', state.span[0], model, send),
    span && handle('to', state.span[1], model, send),
    h('span', { class: 'strip-hint', 'aria-hidden': 'true', dir: 'auto' }, !state.span && t('strip.hint')),
  );
}

function lying([from, to]) {
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

function handle(end, day, model, send) {
  const { axis, state, t } = model;
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
    'aria-valuetext': dayLabel(day, model),
    'data-end': end,
    style: { 'inset-inline-start': percent(shareOf(end === 'to' ? day + 1 : day, domain)) },
    onKeydown: (event) => onKey(event, end, { axis, state }, send),
  });
}

function onKey(event, end, { axis, state }, send) {
  const later = state.axis === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const earlier = state.axis === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const steps = { [later]: 1, ArrowUp: 1, [earlier]: -1, ArrowDown: -1, PageUp: 12, PageDown: -12, Home: -Infinity, End: Infinity };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const [first, last] = state.span;
  const hold = (edge) => Math.round(Math.min(Math.max(edge, axis.domain[0]), axis.domain[1]));
  // By whole months: the first day moves with the edge before it, the last with that behind it.
  const span = end === 'from' ? [Math.min(hold(monthsOn(first, step)), last), last] : [first, Math.max(hold(monthsOn(last + 1, step)) - 1, first)];
  send({ type: 'span', span });
}

// A press begins a new span, or moves the end whose handle was pressed, or the whole span where its middle was pressed.
function brush(event, domain, send) {
  if (event.button !== 0) return;
  const box = event.currentTarget;
  const { left, width } = box.getBoundingClientRect();
  const perPixel = (domain[1] - domain[0]) / width;
  const edgeUnder = (pointer) => {
    const share = Math.min(Math.max((pointer.clientX - left) / width, 0), 1);
    return edgeNear(dayAt(box.dir === 'rtl' ? 1 - share : share, domain), perPixel);
  };
  const anchor = event.target.dataset?.end ? otherEnd(event.target, domain) : edgeUnder(event);
  const x = event.clientX;
  let drawing = Boolean(event.target.dataset?.end);
  box.setPointerCapture(event.pointerId);
  const move = (next) => {
    drawing ||= Math.abs(next.clientX - x) > 4;
    if (drawing) send({ type: 'span', span: between(anchor, edgeUnder(next), perPixel) });
  };
  box.onpointermove = move;
  box.onpointerup = box.onpointercancel = () => (box.onpointermove = box.onpointerup = box.onpointercancel = null);
}

// The edge that stays: behind the last day, or before the first.
function otherEnd(handle, domain) {
  const [name, behind] = handle.dataset.end === 'from' ? ['span-to', 1] : ['span-from', 0];
  return Number(document.getElementById(name)?.getAttribute('aria-valuenow') ?? domain[0]) + behind;
}
