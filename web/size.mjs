// Where a module's bytes go, by crate and by function.
//
//   node size.mjs MODULE [COUNT]        MODULE keeps its names; COUNT of its largest functions are listed (40)
//
// Gzip counts, so a part weighs what the compressed module would lose without it.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const CUSTOM = 0;
const IMPORT = 2;
const CODE = 10;
const DATA = 11;
/** Of an import. */
const FUNCTION = 0;

/** Reads a module's bytes from a place on. */
class Cursor {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }
}

/** The sections as {kind, name, begin, end}, `begin` after a custom section's name. */
function sections(bytes) {
  const found = [];
  const cursor = new Cursor(bytes, 8);
  while (cursor.at < bytes.length) {
    const kind = cursor.number();
    const length = cursor.number();
    const end = cursor.at + length;
    const name = kind === CUSTOM ? cursor.text() : '';
    found.push({ kind, name, begin: cursor.at, end });
    cursor.at = end;
  }
  return found;
}

/** How many of the first function indices are imported. */
function importedFunctions(bytes, section) {
  const cursor = new Cursor(bytes, section.begin);
  let functions = 0;
  for (let left = cursor.number(); left > 0; left--) {
    cursor.text();
    cursor.text();
    const kind = cursor.number();
    cursor.number();
    if (kind !== FUNCTION) throw new Error('only functions can be imported here');
    functions++;
  }
  return functions;
}

/** Function names by index. */
function names(bytes, section) {
  const cursor = new Cursor(bytes, section.begin);
  const found = new Map();
  while (cursor.at < section.end) {
    const kind = cursor.number();
    const end = cursor.number() + cursor.at;
    if (kind === 1) for (let left = cursor.number(); left > 0; left--) found.set(cursor.number(), cursor.text());
    cursor.at = end;
  }
  return found;
}

/** Every function's body as {name, begin, end}. */
function bodies(bytes, section, first, named) {
  const cursor = new Cursor(bytes, section.begin);
  const count = cursor.number();
  return Array.from({ length: count }, (_, i) => {
    const begin = cursor.at;
    const length = cursor.number();
    cursor.at += length;
    return { name: named.get(first + i) ?? `function ${first + i}`, begin, end: cursor.at };
  });
}

/** The crate in a function's name; a trait's method belongs to the type that has it. */
function crateOf(name) {
  const path = /^<*(?:&(?:mut )?|\[|dyn )*([a-z_][a-z0-9_]*)(?:\[[0-9a-f]+\])?::/.exec(name);
  return path ? path[1] : 'other';
}

/** What the compressed bytes lose without these ranges. */
function weigh(bytes, whole, ranges) {
  const kept = [];
  let at = 0;
  for (const { begin, end } of ranges) {
    kept.push(bytes.subarray(at, begin));
    at = end;
  }
  kept.push(bytes.subarray(at));
  return whole - gzipSync(Buffer.concat(kept), { level: 9 }).length;
}

const [path, limit = '40'] = process.argv.slice(2);
const module = readFileSync(path);
const all = sections(module);
const section = (kind, name = '') => all.find((one) => one.kind === kind && one.name === name);
const nameSection = section(CUSTOM, 'name');
if (!nameSection) throw new Error(`${path} has no names`);
const functions = bodies(module, section(CODE), importedFunctions(module, section(IMPORT)), names(module, nameSection));
// The name section is the last one and is not shipped.
const shipped = module.subarray(0, nameSection.begin - 8);
const whole = gzipSync(shipped, { level: 9 }).length;

const line = (gzip, raw, name) => console.log(`${String(gzip).padStart(7)} ${String(raw).padStart(7)}  ${name}`);
const raw = (ranges) => ranges.reduce((sum, { begin, end }) => sum + end - begin, 0);
console.log('   gzip     raw');
line(whole, shipped.length, 'the module');
const data = section(DATA);
line(weigh(shipped, whole, [data]), data.end - data.begin, 'its data: tables and texts');
console.log('\nCode by crate');
const crates = new Map();
for (const one of functions) crates.set(crateOf(one.name), [...(crates.get(crateOf(one.name)) ?? []), one]);
[...crates]
  .map(([name, of]) => [weigh(shipped, whole, of), raw(of), `${name} (${of.length} functions)`])
  .sort((a, b) => b[0] - a[0])
  .forEach((row) => line(...row));
console.log('\nThe largest functions');
functions
  .sort((a, b) => b.end - b.begin - (a.end - a.begin))
  .slice(0, Number(limit))
  .forEach((one) => line(weigh(shipped, whole, [one]), one.end - one.begin, one.name.slice(0, 150)));
