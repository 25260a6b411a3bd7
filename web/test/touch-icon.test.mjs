import { test } from 'node:test';
import assert from 'node:assert/strict';
import zlib, { inflateSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { touchIcon } from '../touch-icon.mjs';

const png = touchIcon(await readFile(new URL('../icon.svg', import.meta.url), 'utf8'));

function chunks() {
  const found = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.push({ name: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length), named: png.subarray(at + 4, at + 8 + length), check: png.readUInt32BE(at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

const pixels = inflateSync(chunks().find(({ name }) => name === 'IDAT').body);
const palette = chunks().find(({ name }) => name === 'PLTE').body;
const colourAt = (x, y) => {
  const shade = (pixels[y * 46 + 1 + (x >> 2)] >> (6 - 2 * (x & 3))) & 3;
  return `#${palette.subarray(3 * shade, 3 * shade + 3).toString('hex')}`;
};

test('is a PNG of 180 pixels a side', () => {
  assert.deepEqual(chunks().map(({ name }) => name), ['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const head = chunks()[0].body;
  assert.deepEqual([head.readUInt32BE(0), head.readUInt32BE(4)], [180, 180]);
  assert.equal(pixels.length, 180 * 46);
  // Node has it since 20.15.
  if (zlib.crc32) for (const { named, check } of chunks()) assert.equal(zlib.crc32(named), check);
});

test('shows the line, the day and the bar on a ground that reaches the corners', () => {
  for (const corner of [[0, 0], [179, 0], [0, 179], [179, 179]]) assert.equal(colourAt(...corner), '#205a57');
  // In icon.svg's units of 512 a side: the line at 96, 320; the day at 368, 320; the bar at 200, 192.
  for (const place of [[34, 112], [129, 112], [70, 67]]) assert.equal(colourAt(...place), '#fbf7ee');
  // The bar's corner is round, and the line ends before the edge.
  for (const place of [[40, 57], [20, 112], [170, 112]]) assert.equal(colourAt(...place), '#205a57');
});
