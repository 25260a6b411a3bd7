// `node tour.mjs SITE QUERIES.jsonl [COUNT] [ROUNDS]`: the longest task of the page's main thread in each step of a visit in Chromium,
// from a folder: opened with a question, three words of another typed letter by letter, a filter opened and pressed, the timeline zoomed
// and drawn along, the other views, a document read. By the clock and on the processor, in milliseconds; on a busy machine only the latter says something.
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './chromium.mjs';
import { CATEGORIES, mainThread, tasksOf } from './tasks.mjs';

/** Milliseconds between two letters, and two turns of the wheel. */
const LETTER = 120;
const TURN = 16;
/** So long after a step its last tasks are done. */
const REST = 700;
const VIEWS = ['happenings', 'figures', 'map', 'names', 'unknown', 'documents'];

const [site, queries, count = '3', rounds = '1'] = process.argv.slice(2);
if (!queries) {
  console.error('usage: tour.mjs SITE QUERIES.jsonl [COUNT] [ROUNDS]');
  process.exit(2);
}
const texts = (await readFile(queries, 'utf8')).split('\n').filter(Boolean).slice(0, Number(count)).map((line) => JSON.parse(line).text);
const page = pathToFileURL(resolve(site, 'index.html')).href;
const browser = await start();
const steps = new Map();
for (let round = 0; round < Number(rounds); round += 1) for (const [place, text] of texts.entries()) await tour(text, texts[(place + 1) % texts.length].split(' ').slice(0, 3).join(' '));
await browser.close();
tell();

async function tour(text, words) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  let thread = null;
  const step = async (name, act) => {
    await browser.startTracing(tab, { categories: CATEGORIES });
    await act();
    await settled(tab);
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    thread ??= mainThread(traceEvents);
    const tasks = tasksOf(traceEvents, thread);
    steps.set(name, [...(steps.get(name) ?? []), ...tasks.map((task) => ({ ...task, text }))]);
  };
  await step('opened with a question', () => tab.goto(`${page}#q=${encodeURIComponent(text)}`));
  await step('three words typed', () => typed(tab, words));
  await step('a year chosen', () => tab.evaluate(() => document.querySelector('#facets .facet-year .option').click()));
  await step('and given up', () => tab.evaluate(() => document.querySelector('#facets .option[aria-pressed="true"]').click()));
  await step('more values of every facet, one after the other', () => unfolded(tab));
  await step('timeline zoomed', () => zoomed(tab));
  await step('timeline listed', () => tab.evaluate(() => document.querySelector('#switch-list').click()));
  await tab.evaluate(() => document.querySelector('#switch-list').click());
  for (const view of VIEWS) await step(`view: ${view}`, () => tab.evaluate((view) => document.getElementById(`tab-${view}`).click(), view));
  await step('a document read', () => tab.evaluate(() => document.querySelector('#hits .hit h3 a').click()));
  await tab.keyboard.press('Escape');
  await step('everything', () => tab.evaluate(() => document.querySelector('.search button').click()));
  await context.close();
}

/** The page has what it was asked for, and has painted it. */
async function settled(tab) {
  await tab.waitForFunction(
    () => performance.getEntriesByName('tawarikh-shown').length > 0 && !document.querySelector('#main[aria-busy], .panel [aria-busy="true"], .tally[data-counting]'),
    undefined,
    { timeout: 120_000 },
  );
  await tab.waitForTimeout(REST);
}

async function typed(tab, words) {
  await tab.fill('#query', '');
  for (const letter of words) {
    await tab.keyboard.type(letter);
    await tab.waitForTimeout(LETTER);
  }
}

async function unfolded(tab) {
  for (;;) {
    const pressed = await tab.evaluate(() => {
      const link = document.querySelector('#facets .link[aria-expanded="false"]');
      link?.click();
      return link !== null;
    });
    if (!pressed) return;
    await tab.waitForTimeout(LETTER);
  }
}

async function zoomed(tab) {
  const { x, y, width, height } = await (await tab.$('#lanes')).boundingBox();
  await tab.mouse.move(x + width * 0.6, y + height / 2);
  for (const way of [-1, 1]) {
    for (let turn = 0; turn < 40; turn += 1) {
      await tab.mouse.wheel(0, way * 40);
      await tab.waitForTimeout(TURN);
    }
  }
}

function tell() {
  console.log(`load ${loadavg()[0].toFixed(1)}; ms on the processor and by the clock: the longest task, and how many tasks took more than 50`);
  for (const [name, tasks] of steps) {
    const most = (of) => Math.max(...tasks.map(of));
    const long = (of) => tasks.filter((task) => of(task) > 50).length;
    console.log(`${name}: ${most(({ cpu }) => cpu)}, ${most(({ millis }) => millis)}; ${long(({ cpu }) => cpu)}, ${long(({ millis }) => millis)} of ${tasks.length}`);
    for (const { millis, cpu, parts } of tasks.toSorted((one, other) => other.cpu - one.cpu).slice(0, 2)) if (cpu > 25) console.log(`    ${cpu} cpu, ${millis}: ${parts.join(' | ')}`);
  }
}
