#!/usr/bin/env node
// Tawarikh and its peers over the same documents and queries, in one run. `./build.sh bench [DATA]` calls it.
//
//   node bench.mjs --program TAWARIKH --native PROGRAM --work FOLDER [--data FOLDER] [--sets own,xquad-ar] [--date 2026-11-21] [--glue tawarikh.js] [--note 'what a reader of the record must know']
//
// The glue is the engine's own JavaScript, of the build that made the program.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { figures, qualities } from './browser-peers.mjs';
import { coldVisit, start, tab } from './chromium.mjs';
import { nativeFigures } from './native.mjs';
import { write } from './record.mjs';
import { serve } from './server.mjs';
import { sets, textBytes } from './sets.mjs';

const HERE = new URL('.', import.meta.url).pathname;
const { values: options } = parseArgs({
  options: { program: { type: 'string' }, native: { type: 'string' }, work: { type: 'string' }, note: { type: 'string' }, glue: { type: 'string', default: join(HERE, '../../web/dist/engine/tawarikh.js') }, data: { type: 'string', default: '../shared/bench' }, sets: { type: 'string' }, date: { type: 'string', default: new Date().toISOString().slice(0, 10) } },
});

const said = (text) => console.log(`      ${text}`);

async function main() {
  const { present, absent } = sets(options.data);
  const wanted = options.sets?.split(',') ?? present.map(({ name }) => name);
  absent.forEach((name) => said(`absent, left out: ${name}`));
  rmSync(options.work, { recursive: true, force: true });
  mkdirSync(join(options.work, 'bench'), { recursive: true });
  await preparePage();
  const browser = await start();
  const record = { date: options.date, note: options.note, machine: `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`, browser: browser.version(), versions: versions(), absent, sets: [] };
  const scores = new Map();
  for (const set of present.filter(({ name }) => wanted.includes(name))) record.sets.push(await measured(browser, set, scores));
  await browser.close();
  said(`written: ${write(record, join(HERE, 'records'))}`);
}

async function preparePage() {
  writeFileSync(join(options.work, 'bench/empty.html'), '<!doctype html><meta charset="utf-8"><title>bench</title>');
  await bundle({ entryPoints: [join(HERE, 'page.js')], bundle: true, format: 'iife', minify: true, outfile: join(options.work, 'bench/page.js'), logLevel: 'error', alias: { 'tawarikh-engine': options.glue }, define: { 'import.meta.url': '""' } });
}

function versions() {
  const { dependencies } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));
  const tantivy = /name = "tantivy"\nversion = "([^"]+)"/.exec(readFileSync(join(HERE, 'native/Cargo.lock'), 'utf8'))?.[1];
  return { ...dependencies, tantivy };
}

async function measured(browser, set, scores) {
  said(`${set.name}: ${set.documents.length} documents`);
  const input = join(options.work, `${set.name}.json`);
  writeFileSync(input, JSON.stringify({ documents: set.documents, queries: set.queries }));
  const site = buildSite(set);
  const served = await serve({ site: site.folder, sets: options.work });
  const host = { ...served, work: options.work };
  const peers = await peersOf(browser, host);
  const prepared = {};
  const variants = {};
  if (set.relevant) {
    for (const peer of peers) {
      variants[peer.name] = await qualities(browser, peer, set, host, prepared);
      scores.set(peer.name, { ...scores.get(peer.name), [set.name]: variants[peer.name] });
      said(`${peer.name}: ${Object.keys(variants[peer.name]).length} variants judged`);
    }
  }
  const choices = peers.flatMap((peer) => [best(peer, variants[peer.name] ? { [set.name]: variants[peer.name] } : scores.get(peer.name)), ...peer.beside].map((variant) => ({ peer, variant })));
  const timed = await figures(browser, choices, set, host, prepared);
  Object.values(timed).filter(({ folder }) => folder).forEach((one) => Object.assign(one, folderSizes(join(options.work, one.folder))));
  Object.assign(timed.Tawarikh, { buildSeconds: site.seconds, ...site.sizes, cold: await cold(browser, host, set) });
  const native = nativeFigures(options.native, input, set, join(options.work, `${set.name}-native`));
  served.close();
  return { name: set.name, documents: set.documents.length, textBytes: textBytes(set.documents), queries: Object.fromEntries(Object.entries(set.queries).map(([kind, all]) => [kind, all.length])), variants, browser: timed, native };
}

function buildSite(set) {
  const [input, folder] = [join(options.work, `${set.name}-input`), join(options.work, `${set.name}-site`)];
  mkdirSync(input, { recursive: true });
  writeFileSync(join(input, 'documents.jsonl'), set.documents.map((document) => JSON.stringify(document)).join('\n'));
  const begun = performance.now();
  execFileSync(options.program, ['build', input, '--out', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const seconds = (performance.now() - begun) / 1000;
  const sizes = archiveSizes(folder);
  // The page's modules look for the site's files beside their own script.
  cpSync(join(options.work, 'bench'), folder, { recursive: true });
  return { folder, seconds, sizes };
}

/** The engine, the archive's own bytes, and the fragments beside it, as a host sends them. */
function archiveSizes(folder) {
  const wasm = readFileSync(join(folder, 'archive.wasm'));
  const fragments = files(join(folder, 'fragments'));
  const packed = fragments.map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
  return { raw: wasm.length + sum(fragments.map((file) => statSync(file).size)), gzip: gzipSync(wasm, { level: 9 }).length + sum(packed), fragments: fragments.length };
}

function files(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function folderSizes(folder) {
  const all = files(folder).map((file) => readFileSync(file));
  return { raw: all.reduce((sum, bytes) => sum + bytes.length, 0), gzip: all.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0) };
}

async function peersOf(browser, host) {
  const page = await tab(browser, host.address);
  const peers = await page.evaluate(() => globalThis.bench.peers());
  await page.close();
  return peers;
}

/** The variant with the highest mean nDCG@10 over the judged queries of the set, or of all sets so far where it has none. */
function best(peer, judged = {}) {
  const mean = (variant) => {
    const values = Object.values(judged).flatMap((set) => Object.values(set[variant]));
    return values.reduce((sum, one) => sum + one, 0) / values.length;
  };
  return peer.judged.reduce((one, other) => (mean(other) > mean(one) ? other : one));
}

async function cold(browser, host, set) {
  const queries = Object.values(set.queries)[0].slice(0, 5);
  const visits = [];
  for (const { text } of queries) visits.push(await coldVisit(browser, host, text));
  return visits;
}

await main();
