// The icon as a PNG, for telephones that take no SVG for their home screen. Its shapes are those of icon.svg, so it has that file's
// licence, the project's own; it is drawn at every build and kept nowhere.
//
// Four shades between the icon's two colours smooth the edges, and the pixels are stored as they are: every machine writes the
// same bytes (PNG, third edition; RFC 1950, "stored" blocks of RFC 1951).

/** Pixels a side: what iOS asks for. */
const SIDE = 180;
/** The icon's own units a side. */
const UNITS = 512;
/** Points a side at which a pixel is looked at. */
const POINTS = 4;
const SHADES = 4;

/** The PNG of an icon that is one ground in full size and, in one other colour, lines across, circles and rounded bars over it. */
export function touchIcon(svg) {
  const [ground, ...shapes] = [...svg.matchAll(/<(rect|circle|path)\b[^>]*>/g)].map(([tag, name]) => shapeOf(name, attributes(tag)));
  const ink = shapes[0].colour;
  const shade = (x, y) => Math.round(share(shapes, x, y) * (SHADES - 1));
  // The whole square is painted: iOS rounds corners of its own, and would show black in ours.
  const rows = Array.from({ length: SIDE }, (_, y) => row((x) => shade(x, y)));
  const colours = Array.from({ length: SHADES }, (_, step) => mixed(ground.colour, ink, step / (SHADES - 1)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', [...word(SIDE), ...word(SIDE), 2, 3, 0, 0, 0]),
    chunk('PLTE', colours.flat()),
    chunk('IDAT', stored(Buffer.concat(rows))),
    chunk('IEND', []),
  ]);
}

function attributes(tag) {
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

// Each says whether a point, in the icon's units, lies within.
function shapeOf(name, { fill, stroke, d, ...numbers }) {
  const n = Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, Number(value)]));
  if (name === 'circle') return { colour: fill, holds: (x, y) => Math.hypot(x - n.cx, y - n.cy) <= n.r };
  if (name === 'rect') return { colour: fill, holds: bar(n.x ?? 0, n.y ?? 0, n.width, n.height, n.rx ?? 0) };
  const [, x, y, length] = /^M([\d.]+) ([\d.]+)h([\d.]+)$/.exec(d).map(Number);
  return { colour: stroke, holds: bar(x, y - n['stroke-width'] / 2, length, n['stroke-width'], 0) };
}

function bar(left, top, width, height, radius) {
  const beyond = (at, from, length) => Math.max(from + radius - at, at - (from + length - radius), 0);
  const within = (at, from, length) => at >= from && at <= from + length;
  return (x, y) => within(x, left, width) && within(y, top, height) && Math.hypot(beyond(x, left, width), beyond(y, top, height)) <= Math.max(radius, 1e-9);
}

// How much of a pixel the shapes cover, from 0 to 1.
function share(shapes, x, y) {
  let covered = 0;
  for (let across = 0; across < POINTS; across += 1) {
    for (let down = 0; down < POINTS; down += 1) {
      const [px, py] = [x + (across + 0.5) / POINTS, y + (down + 0.5) / POINTS].map((place) => (place * UNITS) / SIDE);
      if (shapes.some(({ holds }) => holds(px, py))) covered += 1;
    }
  }
  return covered / POINTS ** 2;
}

// A row of pixels, four to a byte, behind the number of the filter that is none.
function row(shadeAt) {
  const bytes = Buffer.alloc(1 + SIDE / 4);
  for (let x = 0; x < SIDE; x += 1) bytes[1 + (x >> 2)] |= shadeAt(x) << (6 - 2 * (x & 3));
  return bytes;
}

function mixed(from, to, share) {
  const [one, other] = [from, to].map((colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)));
  return one.map((value, place) => Math.round(value + (other[place] - value) * share));
}

// One block, since these pixels are fewer than the 65,535 bytes that it may hold.
function stored(bytes) {
  const length = [bytes.length & 0xff, bytes.length >> 8];
  return [0x78, 0x01, 0x01, ...length, ...length.map((byte) => byte ^ 0xff), ...bytes, ...word(adler(bytes))];
}

function adler(bytes) {
  let [one, two] = [1, 0];
  for (const byte of bytes) {
    one = (one + byte) % 65521;
    two = (two + one) % 65521;
  }
  return two * 65536 + one;
}

// The check of a chunk: CRC-32 with the polynomial of ISO 3309 (PNG, third edition, annex D).
function crc32(bytes) {
  let check = 0xffffffff;
  for (const byte of bytes) {
    check ^= byte;
    for (let bit = 0; bit < 8; bit += 1) check = (check >>> 1) ^ (check & 1 ? 0xedb88320 : 0);
  }
  return (check ^ 0xffffffff) >>> 0;
}

function chunk(name, bytes) {
  const body = Buffer.from([...Buffer.from(name, 'latin1'), ...bytes]);
  return Buffer.concat([Buffer.from(word(bytes.length)), body, Buffer.from(word(crc32(body)))]);
}

function word(number) {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) & 0xff);
}
