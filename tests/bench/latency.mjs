#!/usr/bin/env node
// How long a search takes in WebAssembly, of one engine or of several in turn, so that they are compared whatever else runs.
//
//   node latency.mjs QUERIES.jsonl ROUNDS SITE:ENGINE …
//
// SITE is a folder that `tawarikh build --fragments never` wrote, ENGINE one with the `engine.wasm` and `tawarikh.js` of a build (web/dist/engine).
// Per query and engine the median and the least of the rounds count, after a round that does not. What differs between the
// answers of the first engine and of the others is counted.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rows, texts } from '../../web/src/columns.js';

const [queries, rounds, ...pairs] = process.argv.slice(2);

// Method, what follows the query (a blank says that its last word is typed to its end), hits. `ranked` gives numbers of documents and counts
// of facets, without texts; engines that have it not are left out there.
const KINDS = { 'ten numbers': ['ranked', ' ', 10], 'one hit': ['search', ' ', 1], 'ten hits': ['search', ' ', 10], 'ten hits, while typing': ['search', '', 10] };

/** The archive of a site in an engine: each has glue of its own. */
async function open(pair) {
  const [site, engine] = pair.split(':');
  const folder = mkdtempSync(join(tmpdir(), 'latency-'));
  copyFileSync(join(engine, 'tawarikh.js'), join(folder, 'tawarikh.mjs'));
  const glue = await import(join(folder, 'tawarikh.mjs'));
  rmSync(folder, { recursive: true });
  const [pack] = WebAssembly.Module.customSections(new WebAssembly.Module(readFileSync(join(site, 'archive.wasm'))), 'tawarikh.pack');
  glue.initSync({ module: new WebAssembly.Module(readFileSync(join(engine, 'engine.wasm'))) });
  if (existsSync(join(engine, 'later.wasm'))) await glue.extend(readFileSync(join(engine, 'later.wasm')));
  return glue.Archive.open(new Uint8Array(pack));
}

/** What a reader sees of an archive's answer, however it crosses. */
function seen(archive, { total, hits = [], best, facets }) {
  const pieces = (all) => all.map(({ text, hit }) => [text, Boolean(hit)]);
  const fields = archive.values({}).map(texts);
  return JSON.stringify([total, hits.map(({ id, title, snippet }) => [id, pieces(title), pieces(snippet)]), best, rows(facets, fields)]);
}

function at(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const questions = readFileSync(queries, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).text);
const all = [];
for (const pair of pairs) all.push({ pair, archive: await open(pair) });
for (const [kind, [method, end, limit]] of Object.entries(KINDS)) {
  const here = all.filter(({ archive }) => archive[method]);
  const archives = here.map(({ archive }) => archive);
  const times = archives.map(() => questions.map(() => []));
  let differing = 0;
  for (let round = 0; round <= Number(rounds); round++) {
    questions.forEach((text, query) => {
      const answers = archives.map((archive, place) => {
        const begun = performance.now();
        const answer = archive[method]({ query: text + end, limit });
        if (round > 0) times[place][query].push(performance.now() - begun);
        return answer;
      });
      if (round === 0 && new Set(answers.map((answer, place) => seen(archives[place], answer))).size > 1) differing++;
    });
  }
  times.forEach((queries, place) => {
    const figures = [(all) => at(all, 0.5), (all) => Math.min(...all)].map((of) => queries.map(of));
    const [median, least] = figures.map((all) => [0.5, 0.99].map((share) => at(all, share).toFixed(2)).join(' / '));
    console.log(`${kind}: p50 / p99 ${median} ms, least of the rounds ${least} ms (${here[place].pair})`);
  });
  if (archives.length > 1) {
    const ratio = times[1].map((all, query) => Math.min(...all) / Math.min(...times[0][query]));
    console.log(`${kind}: second to first, median ${at(ratio, 0.5).toFixed(2)}; ${differing} of ${questions.length} answers differ`);
  }
}
