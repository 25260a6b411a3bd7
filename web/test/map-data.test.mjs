import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import { drawn, mapScript, table } from '../map.mjs';
import { onEarth, onMap } from '../src/mercator.js';

const map = await drawn();
const points = (arc) => {
  const [x, y, ...steps] = map.arcs[arc < 0 ? ~arc : arc];
  const line = [[x, y]];
  for (let place = 0; place < steps.length; place += 2) line.push([line.at(-1)[0] + steps[place], line.at(-1)[1] + steps[place + 1]]);
  return (arc < 0 ? line.reverse() : line).map(([a, b]) => [a / map.grid, b / map.grid]);
};
const rings = (list) => list.map((ring) => ring.flatMap(points));
const isIn = (ring, [x, y]) =>
  ring.reduce((inside, [a, b], place) => {
    const [c, d] = ring.at(place - 1);
    return b > y !== d > y && x < ((c - a) * (y - b)) / (d - b) + a ? !inside : inside;
  }, false);
const isLand = (place) => rings(map.land).filter((ring) => isIn(ring, onMap(place))).length % 2 === 1;

test('Mercator and back', () => {
  for (const [longitude, latitude] of [[0, 0], [39.01, 35.95], [-74, -33.5], [179, 72], [-172, 64.5]]) {
    const [x, y] = onEarth(onMap([longitude, latitude]));
    assert.ok(Math.abs(x - longitude) < 1e-9 && Math.abs(y - latitude) < 1e-9);
  }
  assert.ok(onMap([0, 40])[1] < onMap([0, 30])[1], 'north is up');
});

test('the script is one assignment of what was drawn, the same each time, and small', async () => {
  const script = await mapScript();
  const [, base64] = /^globalThis\.TAWARIKH_MAP="([A-Za-z0-9+/=]+)"\n$/.exec(script);
  assert.deepEqual(JSON.parse(gunzipSync(Buffer.from(base64, 'base64'))), map);
  assert.equal(script, await mapScript());
  assert.ok(gzipSync(script).length < 180_000, `${gzipSync(script).length} bytes with gzip`);
});

test('cities are on land, the open sea is not', () => {
  const cities = { Raqqa: [39.01, 35.95], Baghdad: [44.36, 33.31], Khartoum: [32.53, 15.55], Nouakchott: [-15.9, 18.08], Sanaa: [44.2, 15.35], Mexico: [-99.13, 19.43], Delhi: [77.21, 28.61], Moscow: [37.62, 55.75] };
  for (const [name, place] of Object.entries(cities)) assert.ok(isLand(place), name);
  const seas = { Mediterranean: [18, 34], 'Red Sea': [38, 20], Gulf: [51.3, 27], Atlantic: [-40, 20], Caspian: [50.7, 41.7] };
  for (const [name, place] of Object.entries(seas)) assert.ok(!isLand(place), name);
});

test('every ring closes, and none runs round the back of the earth', () => {
  for (const list of [map.land, map.lakes]) {
    for (const ring of rings(list)) {
      assert.deepEqual(ring[0], ring.at(-1));
      for (const [place, [x]] of ring.entries()) assert.ok(place === 0 || Math.abs(x - ring[place - 1][0]) < 90);
    }
  }
});

test('Syria and Iraq meet where they do', () => {
  const near = ([longitude, latitude]) => {
    const [x, y] = onMap([longitude, latitude]);
    return Math.min(...map.borders.flatMap(points).map((point) => Math.hypot(point[0] - x, point[1] - y)));
  };
  // The crossing between Albu Kamal and al-Qaim, and where Syria, Iraq and Turkey meet.
  assert.ok(near([41.02, 34.4]) < 0.25);
  assert.ok(near([42.36, 37.1]) < 0.15);
});

test('divisions meet where three governorates do, and lie within their country', () => {
  const lines = map.divisions.map((arc) => points(arc));
  const near = ([longitude, latitude]) => {
    const [x, y] = onMap([longitude, latitude]);
    return Math.min(...lines.flat().map((point) => Math.hypot(point[0] - x, point[1] - y)));
  };
  // Raqqa, Hasaka and Dayr az-Zawr; Baghdad, Anbar and Babil; Cairo has its own governorate beside the Nile.
  assert.ok(near([40.0, 35.9]) < 0.4);
  assert.ok(near([44.1, 33.0]) < 0.3);
  assert.ok(near([31.2, 30.05]) < 0.3);
  assert.ok(lines.length > 1500, `${lines.length}`);
  const some = lines.filter((_, place) => place % 20 === 0);
  const atSea = some.filter((line) => !isLand(onEarth(line[line.length >> 1])));
  assert.ok(atSea.length <= 3, `${atSea.length} of ${some.length} are not on land`);
});

test('every river of the table stands on its river, with both names', async () => {
  const rows = await table('rivers');
  assert.equal(rows.length, map.waters.length);
  rows.forEach(([ar, en, rank, longitude, latitude], place) => {
    assert.match(ar, /^[\u0621-\u064a ]+$/);
    assert.match(rank, /^[123]$/);
    const [x, y] = onMap([longitude, latitude].map(Number));
    const [atX, atY] = map.waters[place];
    assert.ok(Math.hypot(atX / map.grid - x, atY / map.grid - y) < 0.9, en);
  });
});

test('every country of the table is called within its borders', async () => {
  const rows = await table('countries');
  assert.equal(map.countries.length, rows.length);
  for (const [name, ar, en] of rows) assert.ok(name && /[\u0621-\u064a]/.test(ar) && /[A-Za-z]/.test(en), name);
  for (const [x, y, , ar] of map.countries.slice(0, 60)) assert.ok(isLand(onEarth([x / map.grid, y / map.grid])), ar);
});
