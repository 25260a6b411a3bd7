import { test } from 'node:test';
import assert from 'node:assert/strict';
import { drawable } from '../src/atlas.js';
import { fitted, mostOf, moved, readCamera, seenAt, under, written, zoomedAt } from '../src/camera.js';
import { clustered, radiusOf } from '../src/clusters.js';
import { roomFor } from '../src/labels.js';
import { onMap } from '../src/mercator.js';
import { towards } from '../src/neighbour.js';
import { sheetUnder } from '../src/gliding.js';
import { carries, isSharp, linesOn, ringsOn, sheetFor } from '../src/sheet.js';

const SIZE = [600, 400];
const RAQQA = onMap([39.01, 35.95]);
const MOSUL = onMap([43.13, 36.34]);
const near = (one, other, slack = 1e-6) => one.every((value, place) => Math.abs(value - other[place]) < slack);

test('what is fitted in is seen, with room around it', () => {
  const camera = fitted([RAQQA, MOSUL], SIZE);
  for (const place of [RAQQA, MOSUL]) {
    const [x, y] = seenAt(camera, place, SIZE);
    assert.ok(x > 40 && x < 560 && y > 40 && y < 360, `${x} ${y}`);
  }
  assert.ok(fitted([RAQQA], SIZE).scale < 400, 'one place alone has its surroundings');
  assert.ok(fitted([], SIZE).scale >= SIZE[0] / 360, 'without places the earth is shown');
});

test('what lies under the pointer stays there while zooming', () => {
  const camera = fitted([RAQQA, MOSUL], SIZE);
  const pointer = [120, 300];
  const before = under(camera, pointer, SIZE);
  assert.ok(near(seenAt(zoomedAt(camera, 1.7, pointer, SIZE), before, SIZE), pointer, 1e-3));
});

test('the window never leaves the earth', () => {
  const [width, height] = SIZE;
  for (const [right, down] of [[1e6, 0], [-1e6, 0], [0, 1e6], [0, -1e6]]) {
    const camera = moved(fitted([RAQQA, MOSUL], SIZE), [right, down], SIZE);
    const [left, top] = under(camera, [0, 0], SIZE);
    const [end, bottom] = under(camera, [width, height], SIZE);
    assert.ok(left >= -168.6 && end <= 191.6 && top >= onMap([0, 80])[1] - 1e-6 && bottom <= onMap([0, -80])[1] + 1e-6, `${left} ${top} ${end} ${bottom}`);
  }
  assert.equal(zoomedAt(fitted([], SIZE), 1e-9, [0, 0], SIZE).scale, SIZE[0] / 360);
});

test('a camera survives the address; nonsense is none', () => {
  const camera = fitted([RAQQA, MOSUL], SIZE);
  const back = readCamera(written(camera), SIZE);
  assert.ok(near([back.x, back.y], [camera.x, camera.y], 0.01) && Math.abs(back.scale / camera.scale - 1) < 0.01);
  for (const text of [undefined, '', '1,2', 'a,b,c', '1,2,3,4', '1,2,Infinity']) assert.equal(readCamera(text, SIZE), null);
});

test('one place far away does not make the map small', () => {
  const close = Array.from({ length: 20 }, (_, place) => ({ at: [39 + place / 10, -38], weight: 10 }));
  const kept = mostOf([...close, { at: [-77, -41], weight: 3 }]);
  assert.ok(kept.length > 10 && kept.every(([x]) => x > 30));
  assert.deepEqual(mostOf([{ at: [1, 2], weight: 1 }]), [[1, 2]]);
});

test('a sheet carries every camera whose window it holds, and no other', () => {
  const camera = fitted([RAQQA, MOSUL], SIZE);
  const sheet = sheetFor(camera, SIZE);
  let carried = 0;
  for (let step = 0; step < 400; step += 1) {
    const now = { x: camera.x + Math.sin(step) * 1.5, y: camera.y + Math.cos(step * 1.7) * 1.5, scale: camera.scale * 2 ** (1.5 * Math.sin(step * 0.31)) };
    const { box } = sheet;
    const [left, top] = under(now, [0, 0], SIZE);
    const [right, bottom] = under(now, SIZE, SIZE);
    const holds = box[0] <= left && box[1] <= top && box[2] >= right && box[3] >= bottom;
    const stretched = now.scale / camera.scale;
    assert.equal(carries(sheet, now, SIZE), holds && stretched <= 2 && stretched >= 0.5);
    carried += carries(sheet, now, SIZE);
  }
  assert.ok(carried > 20 && carried < 380, `${carried}`);
  assert.ok(isSharp(sheet, moved(camera, [40, 20], SIZE), SIZE), 'a step aside leaves it sharp');
  assert.ok(!isSharp(sheet, zoomedAt(camera, 1.1, [0, 0], SIZE), SIZE));
});

test('a sheet that has been moved shows a place where the camera sees it', () => {
  const camera = fitted([RAQQA, MOSUL], SIZE);
  const sheet = sheetFor(camera, SIZE);
  const now = zoomedAt(moved(camera, [30, -40], SIZE), 1.4, [100, 300], SIZE);
  const [, left, top, stretched] = /translate\((.+)px, (.+)px\) scale\((.+)\)/.exec(sheetUnder(now, sheet, SIZE)).map(Number);
  const onSheet = [0, 1].map((side) => (MOSUL[side] - [sheet.x, sheet.y][side]) * sheet.scale + sheet.size[side] / 2);
  assert.ok(near([left + onSheet[0] * stretched, top + onSheet[1] * stretched], seenAt(now, MOSUL, SIZE), 0.05));
});

const onSheet = (scale, box) => ({ x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, scale, box });
const shape = (points) => ({ points, box: [Math.min(...points.filter((_, place) => place % 2 === 0)), Math.min(...points.filter((_, place) => place % 2)), Math.max(...points.filter((_, place) => place % 2 === 0)), Math.max(...points.filter((_, place) => place % 2))] });

test('shapes off the sheet are not drawn; a ring around it closes', () => {
  const { land, borders } = drawable({ grid: 1, arcs: [[0, 0, 200, 0, 0, 200, -200, 0, 0, -200], [500, 500, 10, 10]], land: [[0], [~0]], lakes: [], borders: [1], divisions: [], rivers: [], countries: [], waters: [] });
  assert.deepEqual(land[1].points, [0, 0, 0, 200, 200, 200, 200, 0, 0, 0]);
  const sheet = onSheet(10, [90, 90, 110, 110]);
  assert.equal(linesOn(sheet, borders), '');
  assert.equal(ringsOn(sheet, [land[0]]), 'M-10000 -10000l20000 0l0 20000l-20000 0l0 -20000z');
});

test('points off the sheet on one side are left out, and what is on it stays', () => {
  // A saw far to the left of the sheet, whose last tooth crosses it.
  const saw = [0, 0, 10, 1, 0, 2, 10, 3, 0, 4, 100, 5, 0, 6];
  assert.equal(linesOn(onSheet(10, [90, 0, 110, 10]), [shape(saw)]), 'M-10000 -500l0 400l10000 100l-10000 100');
});

test('bends too small to see are left out, ends are not', () => {
  const points = Array.from({ length: 1001 }, (_, place) => [place / 1000, 0]).flat();
  const sheet = { x: 0, y: 0, scale: 100, box: [-1, -1, 2, 2] };
  const path = linesOn(sheet, [{ points, box: [0, 0, 1, 0] }]);
  assert.ok(path.split('l').length < 110 && path.startsWith('M0 0'));
  const steps = [...path.matchAll(/l([\d.]+) 0/g)].map(([, step]) => Number(step));
  assert.ok(Math.abs(steps.reduce((sum, step) => sum + step, 0) - 1000) < 0.5, 'it ends where it ends');
});

test('areas are in proportion to counts', () => {
  assert.ok(Math.abs(radiusOf(100, 100) / radiusOf(25, 100) - 2) < 1e-9);
  assert.ok(radiusOf(0, 100) > 0 && radiusOf(0, 0) > 0);
});

test('places that touch become one mark at the largest of them', () => {
  const at = (x, count) => ({ name: `at ${x}`, at: [x, 0], count });
  const groups = clustered([at(100, 5), at(110, 50), at(300, 1)], 50);
  assert.deepEqual(groups.map(({ count, places }) => [count, places.map(({ name }) => name)]), [[55, ['at 110', 'at 100']], [1, ['at 300']]]);
  assert.deepEqual(groups[0].at, [110, 0]);
});

test('names lie over no mark, no other name and no edge', () => {
  const marks = [{ at: [50, 50], radius: 10 }, { at: [75, 50], radius: 10 }, { at: [195, 50], radius: 4 }];
  const room = roomFor([200, 100], marks);
  const [left] = room.beside(marks[0], 30);
  assert.ok(left < 50, 'on the right is another mark');
  const spot = room.beside(marks[2], 60);
  assert.ok(spot[0] + 60 <= 198);
  assert.equal(room.centred([50, 50], 40), null);
});

test('arrows go to the nearest mark on their side', () => {
  const mark = (name, x, y) => ({ name, at: [x, y] });
  const [here, ...others] = [mark('here', 100, 100), mark('right', 140, 110), mark('far right', 200, 100), mark('up', 105, 40), mark('left', 20, 130)];
  assert.equal(towards('ArrowRight', here, others).name, 'right');
  assert.equal(towards('ArrowUp', here, others).name, 'up');
  assert.equal(towards('ArrowLeft', here, others).name, 'left');
  assert.equal(towards('ArrowDown', here, others), undefined);
});
