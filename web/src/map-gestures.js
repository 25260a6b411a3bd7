// Wheel, drag and pinch over the map. A running gesture reckons from where it began, so that what lies under a finger stays there.
//
// A finger that goes up or down over the map scrolls the page, as long as the map sleeps: nobody shall be caught in it. Two fingers
// always move and zoom it. A tap wakes it, and one finger moves it every way, until another part of the page is touched.
import { keepTwoFingers } from './two-fingers.js';

/** A drag shorter than this many pixels is a click. */
const SLACK = 4;
/** A wheel has come to rest after so many milliseconds. */
const REST = 200;
/** How long it is said how the map can be moved, in milliseconds. */
const HINT = 2500;

/**
 * Listens on the map's box for as long as it lives. `hands.zoom(factor, at)` and `hands.move(by)` move the camera, `hands.keep()`
 * and `hands.back()` note where it is and return there, `hands.rest()` is told when a gesture is over; `hands.holds(factor)` tells
 * whether the camera could not zoom on by that factor.
 */
export function followMap(box, hands) {
  const pointers = new Map();
  let begun = null;
  let resting = 0;

  // Measured as a gesture begins: in its midst the browser would lay the page out for it.
  let corner = null;
  const measure = () => {
    const { left, top } = box.getBoundingClientRect();
    corner = [left, top];
  };
  const at = (point) => point.map((place, side) => place - corner[side]);
  // A finger on a map that sleeps may be about to scroll the page.
  const mayScroll = ({ pointerType }) => pointerType === 'touch' && !('awake' in box.dataset);
  const begin = () => {
    begun = { points: [...pointers.values()], moved: false };
    measure();
    hands.keep();
  };

  box.addEventListener(
    'wheel',
    (event) => {
      const factor = Math.exp((-event.deltaY * (event.deltaMode === 1 ? 16 : 1)) / 400);
      // With all of the earth in view the page scrolls on.
      if (hands.holds(factor)) return;
      event.preventDefault();
      if (!resting) measure();
      hands.zoom(factor, at([event.clientX, event.clientY]));
      clearTimeout(resting);
      resting = setTimeout(() => {
        resting = 0;
        hands.rest();
      }, REST);
    },
    { passive: false },
  );
  keepTwoFingers(box);
  sleepUnless(box);
  box.addEventListener('pointerdown', (event) => {
    delete box.dataset.dragged;
    if (event.button !== 0 || event.target.closest('.map-tools')) return;
    pointers.set(event.pointerId, [event.clientX, event.clientY]);
    begin();
  });
  box.addEventListener('pointermove', (event) => {
    if (!begun || !pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, [event.clientX, event.clientY]);
    const points = [...pointers.values()];
    begun.moved ||= points.some((point, place) => isDrag(begun.points[place], point, points.length === 1 && mayScroll(event)));
    if (!begun.moved) return;
    if (!box.hasPointerCapture(event.pointerId)) box.setPointerCapture(event.pointerId);
    box.dataset.dragged = 'yes';
    hands.back();
    const [before, now] = [middle(begun.points), middle(points)];
    if (points.length > 1) hands.zoom(Math.max(spread(points), 8) / Math.max(spread(begun.points), 8), at(before));
    hands.move([before[0] - now[0], before[1] - now[1]]);
  });
  const end = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    const { moved } = begun;
    if (pointers.size > 0) {
      // The finger that stays goes on with the gesture.
      begin();
      begun.moved = moved;
    } else {
      begun = null;
      if (moved) hands.rest();
    }
  };
  box.addEventListener('pointerup', (event) => {
    if (event.pointerType === 'touch' && !begun?.moved) box.dataset.awake = 'yes';
    end(event);
  });
  box.addEventListener('pointercancel', (event) => {
    if (pointers.size === 1 && mayScroll(event)) hint(box);
    end(event);
  });
  // The click that ends a drag chooses nothing.
  box.addEventListener(
    'click',
    (event) => {
      if (!box.dataset.dragged || event.detail === 0) return;
      event.stopPropagation();
      event.preventDefault();
    },
    true,
  );
}

function isDrag([fromX, fromY], [x, y], sideways) {
  const [across, down] = [Math.abs(x - fromX), Math.abs(y - fromY)];
  return Math.hypot(across, down) > SLACK && (!sideways || across > down);
}

// Another part of the page has been touched.
function sleepUnless(box) {
  const sleep = ({ target }) => {
    if (!box.isConnected) removeEventListener('pointerdown', sleep);
    else if (!box.contains(target)) delete box.dataset.awake;
  };
  addEventListener('pointerdown', sleep);
}

// The page has taken the finger to scroll.
function hint(box) {
  box.dataset.hint = 'yes';
  setTimeout(() => delete box.dataset.hint, HINT);
}

function middle(points) {
  return [0, 1].map((side) => points.reduce((sum, point) => sum + point[side], 0) / points.length);
}

function spread([one, other]) {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
