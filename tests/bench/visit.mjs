// `node visit.mjs SITE QUERIES.jsonl [COUNT]`: first visits to a site in Chromium, from a folder and over http, each from nothing:
// the milliseconds until ten hits stand, what was moved, the page's tasks that took longer than 50 ms, with what they did, and how
// much of the window was moved about by what came later (cumulative layout shift; 0.1 is called good). Nothing watches the page but its
// trace; the longest task is often the browser's own, which takes up the new page before anything of it is there, and told apart.
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './server.mjs';
import { areShown, sentFor, whenShown } from './shown.mjs';
import { start } from './undisturbed.mjs';
import { CATEGORIES, longTasks, mainThread, tasksOf } from './tasks.mjs';

const [site, queries, count = '10'] = process.argv.slice(2);
if (!queries) {
  console.error('usage: visit.mjs SITE QUERIES.jsonl [COUNT]');
  process.exit(2);
}
const texts = (await readFile(queries, 'utf8')).split('\n').filter(Boolean).slice(0, Number(count)).map((line) => JSON.parse(line).text);
const sections = await sectionsOf(resolve(site, 'archive.wasm'));
const { address, moved, close } = await serve({ site: resolve(site) });
const browser = await start();
for (const [name, page] of [['folder', pathToFileURL(resolve(site, 'index.html')).href], ['http', `${address}/site/index.html`]]) {
  const visits = [];
  for (const text of texts) visits.push(await visit(page, text));
  tell(name, visits);
}
await browser.close();
close();

/** One visit: `{ millis, kinds, tasks }`, the bytes moved by kind of file until the hits stood, the page's tasks. */
async function visit(page, text) {
  const tab = await browser.tab();
  const before = moved.length;
  const events = await tab.trace(CATEGORIES, async () => {
    await tab.goTo(`${page}#q=${encodeURIComponent(text)}`);
    await tab.until(`(${areShown})()`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
  });
  const when = await tab.ask(`(${whenShown})()`);
  const sent = sentFor(moved.slice(before), when);
  const hits = await tab.ask("document.querySelectorAll('.hit').length");
  const shift = await tab.ask(`(${shifted})()`);
  await tab.close();
  const all = tasksOf(events, mainThread(events));
  return { text, millis: when.millis, hits, shift, kinds: byKind(sent), tasks: all.filter(({ isCommit }) => !isCommit), commit: Math.max(0, ...all.filter(({ isCommit }) => isCommit).map(({ millis }) => millis)) };
}

// Runs in the page.
function shifted() {
  return new Promise((resolve) => {
    const sum = (list) => list.getEntries().reduce((sum, { value }) => sum + value, 0);
    new PerformanceObserver((list) => resolve(sum(list))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(resolve, 500, 0);
  });
}

function byKind(sent) {
  const kinds = {};
  for (const { path, bytes } of sent) {
    const file = path.split('/').at(-1);
    const kind = path.includes('/fragments/') ? `fragments of ${sections(parseInt(file, 10))}` : file;
    kinds[kind] = (kinds[kind] ?? 0) + bytes;
    if (kind !== file) kinds[`(${kind})`] = (kinds[`(${kind})`] ?? 0) + 1;
  }
  return kinds;
}

// The name of the section that a fragment is of, by the table of the archive in a module (crates/index/src/container.rs).
async function sectionsOf(file) {
  const [pack] = WebAssembly.Module.customSections(await WebAssembly.compile(await readFile(file)), 'tawarikh.pack');
  const view = new DataView(pack);
  const rows = Array.from({ length: view.getUint32(16, true) }, (_, row) => 28 + 20 * row);
  const firsts = rows.filter((at) => view.getUint32(at + 4, true) >= 2).map((at) => ({ tag: new TextDecoder().decode(new Uint8Array(pack, at, 4)), first: view.getUint32(at + 12, true) }));
  return (number) => firsts.filter(({ first }) => first <= number).reduce((last, one) => (one.first >= last.first ? one : last)).tag;
}

function tell(name, visits) {
  const sorted = (of) => visits.map(of).sort((one, other) => one - other);
  const spread = (of) => {
    const all = sorted(of);
    const told = (value) => (Number.isInteger(value) || value >= 10 ? Math.round(value) : value.toFixed(3));
    return `${told(all[all.length >> 1])} / ${told(all.at(-1))}`;
  };
  console.log(`${name}: ${visits.length} visits, median / most; load ${loadavg()[0].toFixed(1)}`);
  console.log(`  ms until the hits stand: ${spread(({ millis }) => millis)}`);
  for (const kind of new Set(visits.flatMap(({ kinds }) => Object.keys(kinds)))) console.log(`  ${kind}: ${spread(({ kinds }) => kinds[kind] ?? 0)}`);
  console.log(`  bytes in all: ${spread(({ kinds }) => Object.entries(kinds).reduce((sum, [kind, bytes]) => sum + (kind.startsWith('(') ? 0 : bytes), 0))}`);
  console.log(`  longest task, ms: ${spread(({ tasks }) => Math.max(0, ...tasks.map(({ millis }) => millis)))}`);
  console.log(`  of it on the processor: ${spread(({ tasks }) => Math.max(0, ...tasks.map(({ cpu }) => cpu)))}`);
  console.log(`  the browser taking up the page, ms: ${spread(({ commit }) => commit)}`);
  console.log(`  layout shift: ${spread(({ shift }) => shift)}`);
  for (const { text, hits, tasks } of visits) {
    console.log(`  ${hits} hits · ${text}`);
    for (const { at, millis, cpu, parts } of longTasks(tasks)) console.log(`    at ${at}: ${millis} ms (${cpu} cpu): ${parts.join(' | ')}`);
  }
}
