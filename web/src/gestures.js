// Wheel, drag and pinch over the lanes. The window under a running gesture is computed from where it began, so that what
// lies under the finger stays there.
import { keepTwoFingers } from './two-fingers.js';

import { forgetWidths } from './fit.js';

/** A drag shorter than this many pixels is a click. */
const SLACK = 4;
/** Mean width of a letter of a mark's label, as a share of the page's font size. */
const LETTER = 0.4;
/** The widest that a label gets, by the same measure. */
const LABEL = 15;

let current = null;

/** Tells the gestures what the axis shows now. */
export function gesturesSee(model) {
  current = model;
}

/** Listens on the lanes' box for as long as it lives. */
export function followGestures(box, send) {
  const pointers = new Map();
  let start = null;

  const begin = () => (start = { window: windowNow(), points: [...pointers.values()], moved: false });

  keepTwoFingers(box);
  box.addEventListener('wheel', (event) => onWheel(event, box, send), { passive: false });
  box.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !current?.axis) return;
    pointers.set(event.pointerId, event.clientX);
    begin();
  });
  box.addEventListener('pointermove', (event) => {
    if (!start || !pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, event.clientX);
    const points = [...pointers.values()];
    start.moved ||= points.some((x, place) => Math.abs(x - start.points[place]) > SLACK);
    if (!start.moved) return;
    if (!box.hasPointerCapture(event.pointerId)) box.setPointerCapture(event.pointerId);
    box.dataset.dragged = 'yes';
    send({ type: 'window', moving: true, window: points.length > 1 ? pinched(start, points, box) : dragged(start, points[0], box) });
  });
  const end = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size > 0) begin();
    else start = null;
  };
  box.addEventListener('pointerup', end);
  box.addEventListener('pointercancel', end);
  // The click that ends a drag chooses nothing.
  box.addEventListener(
    'click',
    (event) => {
      if (!box.dataset.dragged) return;
      event.stopPropagation();
      event.preventDefault();
    },
    true,
  );
  box.addEventListener('pointerdown', () => delete box.dataset.dragged, true);
  box.addEventListener('keydown', () => delete box.dataset.dragged, true);
}

/** Measures the room for the lanes now and whenever it changes. */
export function followSize(gauge, send) {
  measure(gauge, send);
  // Drawing anew while sizes are being told would change them again under the browser's hands.
  new ResizeObserver(() => setTimeout(() => measure(gauge, send))).observe(gauge);
}

// What the engine needs to know of the box: its width, its lanes (as the style sheet has them), how wide letters run.
function measure(gauge, send) {
  const lanes = Number(getComputedStyle(gauge).getPropertyValue('--lanes')) || 6;
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const plot = { width: Math.round(gauge.clientWidth), lanes, charWidth: letters * LETTER, labelWidth: letters * LABEL };
  const before = current?.state.plot;
  if (JSON.stringify(plot) === JSON.stringify(before)) return;
  if (plot.charWidth !== before?.charWidth) forgetWidths();
  send({ type: 'measured', plot });
}

function windowNow() {
  return [current.axis.first, current.axis.last];
}

// The share of the box's width from the past edge to a point on screen.
function shareAt(x, box) {
  const { left, width } = box.getBoundingClientRect();
  const share = (x - left) / width;
  return box.dir === 'rtl' ? 1 - share : share;
}

function dragged(start, x, box) {
  return current.moved(start.window, shareAt(start.points[0], box) - shareAt(x, box));
}

function pinched(start, [a, b], box) {
  const [before, now] = [Math.abs(start.points[0] - start.points[1]), Math.abs(a - b)];
  return current.zoomed(start.window, Math.max(now, 8) / Math.max(before, 8), shareAt((a + b) / 2, box));
}

function onWheel(event, box, send) {
  if (!current?.axis) return;
  const { axis } = current;
  const window = windowNow();
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    event.preventDefault();
    const share = (event.deltaX / box.clientWidth) * (box.dir === 'rtl' ? -1 : 1);
    return send({ type: 'window', moving: true, window: current.moved(window, share) });
  }
  // When everything is in view there is nothing to zoom out to: the page scrolls on.
  if (event.deltaY > 0 && axis.last - axis.first >= axis.domain[1] - axis.domain[0]) return;
  event.preventDefault();
  const lines = event.deltaMode === 1 ? 16 : 1;
  send({ type: 'window', moving: true, window: current.zoomed(window, Math.exp((-event.deltaY * lines) / 400), shareAt(event.clientX, box)) });
}
