// Wheel, drag and pinch over the map. A running gesture reckons from where it began, so that what lies under a finger stays there.

/** A drag shorter than this many pixels is a click. */
const SLACK = 4;
/** A wheel has come to rest after so many milliseconds. */
const REST = 200;

/**
 * Listens on the map's box for as long as it lives. `hands.zoom(factor, at)` and `hands.move(by)` move the camera, `hands.keep()`
 * and `hands.back()` note where it is and return there, `hands.rest()` is told when a gesture is over; `hands.holds(factor)` tells
 * whether the camera could not zoom on by that factor.
 */
export function followMap(box, hands) {
  const pointers = new Map();
  let begun = null;
  let resting = 0;

  const at = ([x, y]) => {
    const { left, top } = box.getBoundingClientRect();
    return [x - left, y - top];
  };
  const begin = () => {
    begun = { points: [...pointers.values()], moved: false };
    hands.keep();
  };

  box.addEventListener(
    'wheel',
    (event) => {
      const factor = Math.exp((-event.deltaY * (event.deltaMode === 1 ? 16 : 1)) / 400);
      // With all of the earth in view the page scrolls on.
      if (hands.holds(factor)) return;
      event.preventDefault();
      hands.zoom(factor, at([event.clientX, event.clientY]));
      clearTimeout(resting);
      resting = setTimeout(hands.rest, REST);
    },
    { passive: false },
  );
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
    begun.moved ||= points.some(([x, y], place) => Math.hypot(x - begun.points[place][0], y - begun.points[place][1]) > SLACK);
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
    if (pointers.size > 0) begin();
    else begun = null;
    if (moved && !begun) hands.rest();
  };
  box.addEventListener('pointerup', end);
  box.addEventListener('pointercancel', end);
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

function middle(points) {
  return [0, 1].map((side) => points.reduce((sum, point) => sum + point[side], 0) / points.length);
}

function spread([one, other]) {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
