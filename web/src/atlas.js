// The map's data (map.mjs says what it holds): a script beside the page, loaded when the map is first opened. A page that is one
// file has it already.
import { given } from './script.js';
import { unpacked } from './unpack.js';

let loading = null;
let known = { state: 'loading' };

/** `{ state: 'loading' | 'missing' | 'ready', atlas }`; calls `arrived` once, when that changes. */
export function theAtlas(arrived) {
  loading ??= load().then(
    (atlas) => (known = { state: 'ready', atlas }),
    () => (known = { state: 'missing' }),
  );
  if (known.state === 'loading') loading.then(arrived);
  return known;
}

async function load() {
  return drawable(JSON.parse(new TextDecoder().decode(await unpacked(await given('map.js', 'TAWARIKH_MAP')))));
}

/** The map's data as shapes to draw: `{ points: [x, y, x, y …], box: [left, top, right, bottom] }` in degrees on the map. */
export function drawable({ grid, arcs, land, lakes, borders, divisions, rivers, countries, waters }) {
  const lines = arcs.map((arc) => pointsOf(arc, grid));
  const walked = (arc) => (arc < 0 ? backwards(lines[~arc]) : lines[arc]);
  const shape = (points) => ({ points, box: boxOf(points) });
  const ring = (list) => shape(list.flatMap(walked));
  const line = (arc) => shape(walked(arc));
  return {
    land: land.map(ring),
    lakes: lakes.map(ring),
    borders: borders.map(line),
    divisions: divisions.map(line),
    rivers: rivers.map(line),
    countries: countries.map(([x, y, width, ar, en]) => ({ at: [x / grid, y / grid], width: width / grid, ar, en })),
    waters: waters.map(([x, y, rank, ar, en]) => ({ at: [x / grid, y / grid], rank, ar, en })),
  };
}

function pointsOf(arc, grid) {
  let [x, y] = [0, 0];
  return arc.map((step, place) => (place % 2 ? (y += step) : (x += step)) / grid);
}

function backwards(points) {
  const turned = [];
  for (let place = points.length - 2; place >= 0; place -= 2) turned.push(points[place], points[place + 1]);
  return turned;
}

function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let place = 0; place < points.length; place += 2) {
    const [x, y] = [points[place], points[place + 1]];
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}
