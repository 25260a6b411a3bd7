// The part of the map that is drawn: somewhat more than the window shows, at a step of scale near the camera's, so that a moving
// camera moves the drawing and draws it anew only now and then.

/** Steps of scale to a doubling. */
const STEPS = 2;
/** How far a sheet reaches beyond the window on each side, in windows. */
const BEYOND = 0.5;
/** Bends, and whole islands, smaller than so many pixels are left out: on the sheet, and off it where a large shape only has to close. */
const BEND = 1.25;
const FAR_BEND = 40;

/** The sheet under a camera: `{ key, scale, x, y, box }`, the same for cameras near each other. */
export function sheetUnder({ x, y, scale }, [width, height]) {
  const step = Math.round(Math.log2(scale) * STEPS);
  const drawn = 2 ** (step / STEPS);
  const [stepX, stepY] = [width, height].map((length) => (Math.max(length, 1) * BEYOND) / drawn);
  const [column, row] = [Math.round(x / stepX), Math.round(y / stepY)];
  // A sheet must hold the window of every camera that it serves: those half a step away, and from half a step further out.
  const reach = (length) => ((0.5 + BEYOND / 2) * length * 2 ** (0.5 / STEPS) + 8) / drawn;
  const middle = [column * stepX, row * stepY];
  return {
    key: `${step} ${column} ${row} ${width} ${height}`,
    scale: drawn,
    x: middle[0],
    y: middle[1],
    box: [middle[0] - reach(width), middle[1] - reach(height), middle[0] + reach(width), middle[1] + reach(height)],
  };
}

/** Path data of closed shapes on a sheet, in pixels from its middle. */
export function ringsOn(sheet, shapes) {
  return cut(sheet, shapes, 'z');
}

/** The same of open lines. */
export function linesOn(sheet, shapes) {
  return cut(sheet, shapes, '');
}

function cut(sheet, shapes, end) {
  return shapes.filter(({ box }) => overlap(box, sheet.box) && isSeen(box, sheet.scale)).map(({ points }) => `${drawn(sheet, points)}${end}`).join('');
}

function overlap([left, top, right, bottom], sheet) {
  return left <= sheet[2] && right >= sheet[0] && top <= sheet[3] && bottom >= sheet[1];
}

function isSeen([left, top, right, bottom], scale) {
  return Math.max(right - left, bottom - top) * scale > BEND;
}

// Steps from point to point are shorter to write and to read than places.
function drawn({ x, y, scale, box }, points) {
  const letters = [];
  let [lastX, lastY] = [Infinity, Infinity];
  for (let place = 0; place < points.length; place += 2) {
    const [pointX, pointY] = [points[place], points[place + 1]];
    const [px, py] = [(pointX - x) * scale, (pointY - y) * scale].map(tenths);
    const on = pointX >= box[0] && pointX <= box[2] && pointY >= box[1] && pointY <= box[3];
    const away = Math.abs(px - lastX) + Math.abs(py - lastY);
    if (away < (on ? BEND : FAR_BEND) && place < points.length - 2) continue;
    letters.push(place === 0 ? `M${px} ${py}` : `l${tenths(px - lastX)} ${tenths(py - lastY)}`);
    [lastX, lastY] = [px, py];
  }
  return letters.join('');
}

function tenths(pixels) {
  return Math.round(pixels * 10) / 10;
}
