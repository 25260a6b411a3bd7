// `node layout.mjs SITE [WIDTHxHEIGHT]`: what the timeline's layout costs in WebAssembly in Chromium, from a folder, and how many elements
// stand in the lanes, from the whole axis to a week. Milliseconds of the engine's answer, as JSON's text and as an object, once all of its
// fragments are there; every time for a window that is a little further on, as while it is drawn along.
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './chromium.mjs';

/** How many of a window's lengths the axis has; the last is about a week of a century. */
const CLOSER = [1, 3, 10, 30, 100, 300, 1000, 5000];
const TIMES = 60;

const [site, size = '1280x900'] = process.argv.slice(2);
if (!site) {
  console.error('usage: layout.mjs SITE [WIDTHxHEIGHT]');
  process.exit(2);
}
const browser = await start();
const [width, height] = size.split('x').map(Number);
const tab = await browser.newPage({ viewport: { width, height } });
const page = pathToFileURL(resolve(site, 'index.html')).href;
await shown(page);
console.log(`load ${loadavg()[0].toFixed(1)}; ${await tab.textContent('.timeline .tally')}`);
for (const closer of CLOSER) {
  const { days, zoom, millis, marks, bins } = await tab.evaluate(laidOut, [closer, TIMES]);
  await shown(`${page}#zoom=${zoom}`);
  const elements = await tab.evaluate(() => document.querySelectorAll('#lanes *').length);
  const at = (share) => millis[Math.min(millis.length - 1, Math.floor(millis.length * share))].toFixed(2);
  console.log(`${days} days: layout p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} ms; ${marks} marks, ${bins} columns of counts; ${elements} elements in the lanes`);
}
await browser.close();

async function shown(address) {
  await tab.goto('about:blank');
  await tab.goto(address);
  await tab.waitForFunction(() => performance.getEntriesByName('tawarikh-shown').length > 0 && document.querySelector('#timeline .tally:not([data-counting])'), undefined, { timeout: 120_000 });
}

// Runs in the page.
async function laidOut([closer, times]) {
  const { tawarikh } = globalThis;
  const { first, last } = tawarikh.about();
  const long = (last - first) / closer;
  const lanes = document.getElementById('lanes');
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const plot = { width: lanes.clientWidth, lanes: Number(getComputedStyle(lanes).getPropertyValue('--lanes')) || 6, charWidth: letters * 0.4, labelWidth: letters * 15 };
  const from = first + (last - first - long) * 0.6;
  const window = (step) => ({ first: from + (long / 400) * step, last: from + long + (long / 400) * step, ...plot });
  for (let step = 0; step < times; step += 1) {
    for (let answer = tawarikh.timeline('', window(step)); answer.pending.length > 0; answer = tawarikh.timeline('', window(step))) await tawarikh.load(answer);
  }
  const millis = [];
  let answer;
  for (let step = 0; step < times; step += 1) {
    const begun = performance.now();
    answer = tawarikh.timeline('', window(step));
    millis.push(performance.now() - begun);
  }
  // A rata die number is 719163 on 1970-01-01.
  const iso = (day) => new Date((Math.floor(day) - 719_163) * 86_400_000).toISOString().slice(0, 10);
  return { days: Math.round(long), zoom: `${iso(from)}..${iso(from + long)}`, millis: millis.sort((one, other) => one - other), marks: answer.marks.length, bins: answer.bins.length };
}
