#!/usr/bin/env node
// What each query of a file moves over http from a cold start until its first ten hits stand, fonts aside, without a browser: the page asks for
// the same fragments in the same order, which `visit.mjs` shows for a few.
//
//   node moved.mjs SITE ENGINE QUERIES.jsonl [LISTED]
//
// SITE is one in fragments, ENGINE a folder with the engine's modules (web/dist/engine). The LISTED heaviest (10) are told section by section.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fragmentFile } from '../../web/src/fragments.js';
import { packOf, sectionsOf } from './sections.mjs';

const BEFORE = ['index.html', 'app.css', 'app.js', 'archive.wasm'];
/** Hits that the page asks for at first. */
const HITS = 10;
/** What may be moved. */
const MOST = 300_000;

const [site, engine, queries, listed = '10'] = process.argv.slice(2);
if (!queries) {
  console.error('usage: moved.mjs SITE ENGINE QUERIES.jsonl [LISTED]');
  process.exit(2);
}
const packed = (file) => gzipSync(readFileSync(join(site, file)), { level: 9 }).length;
const pack = packOf(readFileSync(join(site, 'archive.wasm')));
const section = sectionsOf(pack);
const before = BEFORE.reduce((sum, file) => sum + packed(file), 0);
const Archive = await opened();
const visits = readFileSync(queries, 'utf8').split('\n').filter(Boolean).map((line) => visit(JSON.parse(line).text)).sort((one, other) => one.bytes - other.bytes);
const at = (share) => visits[Math.floor((visits.length - 1) * share)].bytes;
console.log(`${visits.length} queries, bytes: median ${at(0.5)}, 90 % ${at(0.9)}, 98 % ${at(0.98)}, most ${at(1)}; more than ${MOST}: ${visits.filter(({ bytes }) => bytes > MOST).length}; before any fragment ${before}`);
for (const { bytes, kinds, text } of visits.slice(-Number(listed))) console.log(`  ${bytes}: ${Object.entries(kinds).map(([kind, { files, moved }]) => `${kind} ${files} / ${moved}`).join(', ')} · ${text}`);

/** The engine's archives. */
async function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'moved-'));
  copyFileSync(join(engine, 'tawarikh.js'), join(folder, 'tawarikh.mjs'));
  const glue = await import(join(folder, 'tawarikh.mjs'));
  rmSync(folder, { recursive: true });
  glue.initSync({ module: new WebAssembly.Module(readFileSync(join(engine, 'engine.wasm'))) });
  return glue.Archive;
}

/** A visit from nothing: all bytes, and files and bytes of fragments by section. */
function visit(text) {
  const archive = Archive.open(new Uint8Array(pack));
  const { folder } = archive.about().fragments;
  const kinds = {};
  const state = { query: text, limit: HITS };
  let bytes = before;
  for (let view = archive.search(state); view.hits.length === 0 && view.pending.length > 0; view = archive.search(state)) {
    for (const number of view.pending) {
      const file = fragmentFile(folder, number);
      const kind = (kinds[section(number)] ??= { files: 0, moved: 0 });
      const moved = packed(file);
      kind.files += 1;
      kind.moved += moved;
      bytes += moved;
      archive.supply(number, fragment(file));
    }
  }
  archive.free();
  return { text, bytes, kinds };
}

/** The bytes of a fragment, which lie in its script as base64 of gzip. */
function fragment(file) {
  const [, base64] = readFileSync(join(site, file), 'utf8').split('"');
  return new Uint8Array(gunzipSync(Buffer.from(base64, 'base64')));
}
