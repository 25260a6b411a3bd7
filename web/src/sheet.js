// The part of the map that is drawn: somewhat more than the window shows, in pixels of the camera that it was drawn for. A moving
// camera moves the drawing; it is drawn anew where the camera has left it, and sharply once the camera rests.

/** How far a sheet reaches beyond the window on each side, in windows. */
const BEYOND = 0.4;
/** How much smaller or larger a sheet may be shown than it was drawn. */
const STRETCH = 2;
/** Bends, and whole islands, smaller than so many pixels are left out. */
const BEND = 1.25;
/** Steps of a path to a pixel: whole numbers are written and read faster than tenths. */
export const FINE = 10;

/** The sheet for a camera: its scale, its middle on the map, `size` in pixels, and `box`, what it holds of the map. */
export function sheetFor({ x, y, scale }, size) {
  const whole = size.map((length) => Math.ceil(length * (1 + 2 * BEYOND)));
  const [across, down] = whole.map((length) => length / 2 / scale);
  return { scale, x, y, size: whole, box: [x - across, y - down, x + across, y + down] };
}

/** Whether a sheet can stand under a camera that runs. */
export function carries(sheet, { x, y, scale }, [width, height]) {
  const stretched = scale / sheet.scale;
  if (stretched > STRETCH || stretched < 1 / STRETCH) return false;
  const [across, down] = [width / 2 / scale, height / 2 / scale];
  const [left, top, right, bottom] = sheet.box;
  return x - across >= left && y - down >= top && x + across <= right && y + down <= bottom;
}

/** Whether it is as sharp as one that was drawn for the camera. */
export function isSharp(sheet, camera, size) {
  return sheet.scale === camera.scale && carries(sheet, camera, size);
}

/** Path data of closed shapes on a sheet, in parts of a pixel (`FINE`) from its middle. */
export function ringsOn(sheet, shapes) {
  return cut(sheet, shapes, 'z');
}

/** The same of open lines. */
export function linesOn(sheet, shapes) {
  return cut(sheet, shapes, '');
}

function cut(sheet, shapes, end) {
  return shapes.filter(({ box }) => overlap(box, sheet.box) && isSeen(box, sheet.scale)).map((shape) => `${drawn(sheet, levelOf(shape, sheet.scale))}${end}`).join('');
}

function overlap([left, top, right, bottom], sheet) {
  return left <= sheet[2] && right >= sheet[0] && top <= sheet[3] && bottom >= sheet[1];
}

function isSeen([left, top, right, bottom], scale) {
  return Math.max(right - left, bottom - top) * scale > BEND;
}

// A shape's points without the bends that can't be seen at a scale: one list for each doubling, made when it is first asked for.
function levelOf(shape, scale) {
  const level = Math.ceil(Math.log2(scale));
  shape.levels ??= new Map();
  if (!shape.levels.has(level)) shape.levels.set(level, thinned(shape.points, BEND / 2 ** level));
  return shape.levels.get(level);
}

function thinned(points, bend) {
  const kept = [];
  let [lastX, lastY] = [Infinity, Infinity];
  for (let place = 0; place < points.length; place += 2) {
    const [x, y] = [points[place], points[place + 1]];
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < bend && place < points.length - 2) continue;
    kept.push(x, y);
    [lastX, lastY] = [x, y];
  }
  return kept;
}

// Steps from point to point are shorter to write and to read than places. A point is left out where it lies off the sheet on the
// same side as those before and after it: no stroke and no filling between them touches the sheet.
function drawn({ x, y, scale, box }, points) {
  const letters = [];
  let [lastX, lastY, lastSides] = [0, 0, 0];
  let sides = sidesOf(points[0], points[1], box);
  for (let place = 0; place < points.length; place += 2) {
    const isLast = place === points.length - 2;
    const next = isLast ? 0 : sidesOf(points[place + 2], points[place + 3], box);
    if (place === 0 || isLast || (lastSides & sides & next) === 0) {
      const [px, py] = [Math.round((points[place] - x) * scale * FINE), Math.round((points[place + 1] - y) * scale * FINE)];
      letters.push(place === 0 ? `M${px} ${py}` : `l${px - lastX} ${py - lastY}`);
      [lastX, lastY, lastSides] = [px, py, sides];
    }
    sides = next;
  }
  return letters.join('');
}

// The sides on which a point lies off a box, as bits.
function sidesOf(x, y, [left, top, right, bottom]) {
  return (x < left ? 1 : 0) | (x > right ? 2 : 0) | (y < top ? 4 : 0) | (y > bottom ? 8 : 0);
}
