// `node frames.mjs SITE [WORDS] [WIDTHxHEIGHT]`: what a frame costs in Chromium, from a folder, while the reader types, zooms the timeline by
// the wheel, draws it along, and plays the months of the map: the page's main thread from the event to the commit that follows, by the
// processor and by the clock. WORDS are typed letter by letter, parted by commas. On a busy machine only the processor's times say something.
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './chromium.mjs';

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];
/** What a frame is made of, as Chromium calls it. */
const PARTS = ['EventDispatch', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'];
/** Milliseconds between two turns of the wheel or moves of the finger: the events of a frame of 60 a second. */
const TURN = 14;
/** Where across the lanes the wheel is turned. */
const PLACES = [0.3, 0.6, 0.8];
const TURNS = 50;
/** So long the months of the map play, in milliseconds. */
const PLAYED = 30_000;

const [site, words = 'الرقة,داعش', size = '1280x900'] = process.argv.slice(2);
if (!site) {
  console.error('usage: frames.mjs SITE [WORDS] [WIDTHxHEIGHT]');
  process.exit(2);
}
const address = pathToFileURL(resolve(site, 'index.html')).href;
const browser = await start();
const tab = await browser.newPage({ viewport: Object.fromEntries(size.split('x').map((px, place) => [['width', 'height'][place], Number(px)])) });
console.log(`load ${loadavg()[0].toFixed(1)}`);
await open(address);
console.log(await tab.textContent('.timeline .tally'));
await tab.evaluate(timeKeys);
tell('key press', framesOf(await typed(words.split(',')), 'input'));
console.log(`  until its own hits are painted, by the clock ${spread(await tab.evaluate(() => globalThis.keys))}`);
await open(address);
tell('wheel on the lanes', framesOf(await turned(), 'wheel'));
tell('finger on the lanes', framesOf(await drawn(), 'pointermove'));
console.log(`  elements in the lanes: ${await tab.evaluate(() => document.querySelectorAll('#lanes *').length)}`);
await open(`${address}#view=map`);
await tab.waitForSelector('#month-play');
tell('month of the map', framesOf(await played(), 'TimerFire'));
await browser.close();

/** A fresh page with its first marks. */
async function open(page) {
  await tab.goto('about:blank');
  await tab.goto(page);
  await tab.waitForSelector('#lanes .mark, #lanes .bin');
  await tab.waitForTimeout(2500);
}

// Runs in the page: the milliseconds from every letter to the first frame that shows its hits, not those of the one before.
function timeKeys() {
  globalThis.keys = [];
  const isOld = () => document.getElementById('hits').getAttribute('aria-busy') === 'true';
  const timed = ({ timeStamp, inputType }) => {
    if (inputType !== 'insertText') return;
    const look = () => requestAnimationFrame(() => setTimeout(() => (isOld() ? look() : globalThis.keys.push(performance.now() - timeStamp))));
    look();
  };
  addEventListener('input', timed, { capture: true });
}

async function typed(words) {
  const traces = [];
  for (const word of words) {
    await tab.fill('#query', '');
    await tab.waitForTimeout(500);
    traces.push(
      await traced(async () => {
        for (const letter of word) {
          await tab.keyboard.type(letter);
          await tab.waitForTimeout(300);
        }
      }),
    );
  }
  return traces;
}

async function turned() {
  const traces = [];
  for (const share of PLACES) {
    await over(share);
    traces.push(await traced(async () => {
      for (const way of [-1, 1]) for (let turn = 0; turn < TURNS; turn++) await turnBy(way * 40);
    }));
  }
  return traces;
}

async function turnBy(pixels) {
  await tab.mouse.wheel(0, pixels);
  await tab.waitForTimeout(TURN);
}

// From close by, where there is room on both sides.
async function drawn() {
  const { x, y, width } = await over(0.5);
  for (let turn = 0; turn < 12; turn++) await turnBy(-40);
  await tab.waitForTimeout(1000);
  const trace = await traced(async () => {
    await tab.mouse.down();
    for (const way of [-1, 1]) {
      for (let step = 1; step <= TURNS; step++) {
        await tab.mouse.move(x + way * width * 0.4 * Math.sin((step / TURNS) * Math.PI), y);
        await tab.waitForTimeout(TURN);
      }
    }
    await tab.mouse.up();
  });
  return [trace];
}

// The mouse at a share of the lanes' width.
async function over(share) {
  const { x, y, width, height } = await (await tab.$('#lanes')).boundingBox();
  const at = { x: x + width * share, y: y + height / 2, width };
  await tab.mouse.move(at.x, at.y);
  return at;
}

async function played() {
  const trace = await traced(async () => {
    await tab.click('#month-play');
    await tab.waitForTimeout(PLAYED);
  });
  return [trace];
}

/** What the page's main thread did meanwhile, in the order of time. */
async function traced(act) {
  await browser.startTracing(tab, { categories: CATEGORIES });
  await act();
  await tab.waitForTimeout(300);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const own = traceEvents.find(({ name, args }) => name === 'EventDispatch' && args.data?.type) ?? traceEvents.find(({ name }) => name === 'Layout');
  return traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && pid === own.pid && tid === own.tid).sort((one, other) => one.ts - other.ts);
}

/** The frames that begin with an event of `kind`, or, of the kind `TimerFire`, with a beat: `{ cpu, wall, parts }` in milliseconds. */
function framesOf(traces, kind) {
  return traces.flatMap((trace) => {
    const tasks = trace.filter(({ name }) => name === 'RunTask');
    const begins = kind === 'TimerFire' ? beats(trace) : trace.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === kind);
    const commits = trace.filter(({ name }) => name === 'Commit');
    const frames = [];
    let done = -1;
    for (const task of tasks) {
      if (task.ts < done || !begins.some(({ ts }) => ts >= task.ts && ts < task.ts + task.dur)) continue;
      const commit = commits.find(({ ts }) => ts >= task.ts);
      if (!commit) break;
      done = commit.ts;
      const inside = tasks.filter(({ ts }) => ts >= task.ts && ts <= commit.ts);
      frames.push(measured(inside, trace));
    }
    return frames;
  });
}

// Of the clocks that fired the one that fired most often: that which fires again and again.
function beats(trace) {
  const fired = new Map();
  for (const event of trace.filter(({ name }) => name === 'TimerFire')) fired.set(event.args.data.timerId, [...(fired.get(event.args.data.timerId) ?? []), event]);
  return [...fired.values()].sort((one, other) => other.length - one.length)[0] ?? [];
}

function measured(tasks, trace) {
  const [begin, end] = [tasks[0].ts, tasks.at(-1).ts + tasks.at(-1).dur];
  const own = trace.filter(({ ts }) => ts >= begin && ts < end);
  const parts = Object.fromEntries(PARTS.map((part) => [part, sum(own.filter(({ name }) => name === part))]));
  return { cpu: sum(tasks), wall: (end - begin) / 1000, parts };
}

function sum(events) {
  return events.reduce((total, { tdur, dur }) => total + (tdur ?? dur) / 1000, 0);
}

function tell(what, frames) {
  console.log(`${what}: ${frames.length} frames, p50 / p95 / most, ms`);
  console.log(`  processor ${spread(frames.map(({ cpu }) => cpu))}, by the clock ${spread(frames.map(({ wall }) => wall))}`);
  console.log(`  ${PARTS.map((part) => `${part} ${spread(frames.map(({ parts }) => parts[part]))}`).join(', ')}`);
}

function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
  return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
}
