// Where the map is looked at from: `{ x, y, scale }`, a place on the map (mercator.js) in the middle of the window, and how many
// pixels a degree of longitude is wide. A window's size is `[width, height]` in pixels.
import { onEarth, onMap } from './mercator.js';

/** Nearer than this the map's lines have nothing more to show. */
const NEAREST = 1500;
/** The earth's width on the map. */
const ROUND = 360;
/** Room around what is fitted in, as a share of the window. */
const AIR = 0.14;
/** A single place is shown with a few degrees around it. */
const SMALLEST = 1.5;

/** The camera that sees all of some places on the map. */
export function fitted(places, size) {
  if (places.length === 0) return held({ x: 30, y: onMap([0, 25])[1], scale: 0 }, size);
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(...[right - left, bottom - top].map((length, side) => (size[side] * (1 - 2 * AIR)) / Math.max(length, SMALLEST)));
  return held({ x: (left + right) / 2, y: (top + bottom) / 2, scale }, size);
}

/** The places in which nearly all of the weight lies: what lies far out does not make the map small. */
export function mostOf(weighted) {
  const side = (axis) => {
    const sorted = [...weighted].sort((one, other) => one.at[axis] - other.at[axis]);
    const all = sorted.reduce((sum, { weight }) => sum + weight, 0);
    let sum = 0;
    return sorted.filter(({ weight }) => {
      const [before, after] = [sum / all, (sum += weight) / all];
      return after > 0.04 && before < 0.96;
    });
  };
  const across = new Set(side(0));
  return side(1).filter((one) => across.has(one)).map(({ at }) => at);
}

/** Looks closer (a factor above 1) or from further away; what is under a point of the window stays there. */
export function zoomedAt(camera, factor, [px, py], size) {
  const before = under(camera, [px, py], size);
  const { scale } = held({ ...camera, scale: camera.scale * factor }, size);
  return held({ scale, x: before[0] - (px - size[0] / 2) / scale, y: before[1] - (py - size[1] / 2) / scale }, size);
}

/** Goes so many pixels to the right and down. */
export function moved({ x, y, scale }, [right, down], size) {
  return held({ x: x + right / scale, y: y + down / scale, scale }, size);
}

/** Where a place on the map is in the window, in pixels. */
export function seenAt({ x, y, scale }, [placeX, placeY], [width, height]) {
  return [(placeX - x) * scale + width / 2, (placeY - y) * scale + height / 2];
}

/** The place on the map under a point of the window. */
export function under({ x, y, scale }, [px, py], [width, height]) {
  return [x + (px - width / 2) / scale, y + (py - height / 2) / scale];
}

/** A camera as a few letters for the address: longitude, latitude, and how often the scale is doubled. */
export function written({ x, y, scale }) {
  return [...onEarth([x, y]).map((degree) => degree.toFixed(3)), Math.log2(scale).toFixed(3)].join(',');
}

/** The camera that such letters name, or null. */
export function readCamera(text, size) {
  const numbers = (text ?? '').split(',').map(Number);
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return null;
  const [x, y] = onMap(numbers);
  return held({ x, y, scale: 2 ** numbers[2] }, size);
}

// The window stays on the earth, and no wider than it. Seam and poles are where the map ends.
function held({ x, y, scale }, [width, height]) {
  const kept = Math.min(Math.max(scale, width / ROUND), NEAREST);
  const [west, east] = [-168.5, 191.5];
  const [, north] = onMap([0, 80]);
  const within = (value, low, high) => (low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high));
  const [halfWidth, halfHeight] = [width / kept / 2, height / kept / 2];
  return { x: within(x, west + halfWidth, east - halfWidth), y: within(y, north + halfHeight, -north - halfHeight), scale: kept };
}
