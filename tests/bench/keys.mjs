// `node keys.mjs SITE WORD…`: words typed letter by letter, three times each, into a folder site's search box in Chromium: the
// milliseconds from a key press to the frame that it changes, by the clock and on the main thread's processor, and to its own hits.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './chromium.mjs';

const ROUNDS = 3;
const [site, ...words] = process.argv.slice(2);
if (words.length === 0) {
  console.error('usage: keys.mjs SITE WORD…');
  process.exit(2);
}
const browser = await start();
const tab = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
await tab.goto(pathToFileURL(resolve(site, 'index.html')).href);
await tab.waitForFunction(() => document.querySelector('#lanes .mark, #lanes .bin') && !document.querySelector('#main[aria-busy], #hits .tally[data-counting]'), undefined, { timeout: 120_000 });
const keyboard = await tab.context().newCDPSession(tab);
const presses = [];
for (const word of words) {
  for (let round = 0; round < ROUNDS; round += 1) {
    await tab.fill('#query', '');
    await settled();
    for (const letter of word) presses.push(await press(letter));
  }
}
await browser.close();
for (const [what, of] of [['to painted, ms', 'painted'], ['to painted, on the processor, ms', 'cpu'], ['to its own hits painted, ms', 'found']]) {
  const all = presses.map((press) => press[of]).filter(Number.isFinite).sort((one, other) => one - other);
  const at = (share) => all[Math.min(all.length - 1, Math.floor(all.length * share))].toFixed(1);
  console.log(`key press ${what}: ${at(0.5)} / ${at(0.95)} / ${at(1)} (p50 / p95 / most of ${all.length})`);
}

async function press(letter) {
  await tab.evaluate(watch);
  await browser.startTracing(tab, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'] });
  // The keyboard of the bench's driver has Latin letters only.
  for (const type of ['keyDown', 'keyUp']) await keyboard.send('Input.dispatchKeyEvent', { type, key: letter, ...(type === 'keyDown' && { text: letter }) });
  await tab.waitForFunction(() => globalThis.watched?.found);
  const watched = await tab.evaluate(() => globalThis.watched);
  await settled();
  const trace = JSON.parse((await browser.stopTracing()).toString());
  return { ...watched, cpu: processor(trace.traceEvents) };
}

function settled() {
  return tab.waitForTimeout(150);
}

// Runs in the page: tells when the frame of the next key press is painted, and the one with its hits.
function watch() {
  const field = document.querySelector('#query');
  const seen = (globalThis.watched = {});
  const painted = (tell) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = tell;
    port2.postMessage(0);
  });
  field.addEventListener('input', ({ timeStamp }) => {
    const since = (name) => () => (seen[name] = performance.now() - timeStamp);
    const look = () => (document.querySelector('#hits').getAttribute('aria-busy') === 'false' ? painted(since('found')) : setTimeout(look, 4));
    painted(since('painted'));
    setTimeout(look);
  }, { once: true });
}

// The milliseconds of the main thread from the key's event to the commit behind it.
function processor(events) {
  const key = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'input');
  const own = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === key?.pid && tid === key?.tid);
  const commit = own.find(({ name, ts }) => name === 'Commit' && ts > key.ts);
  if (!commit) return NaN;
  const tasks = own.filter(({ name, ts, dur }) => name.endsWith('RunTask') && ts + dur >= key.ts && ts <= commit.ts);
  return tasks.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur), 0) / 1000;
}
