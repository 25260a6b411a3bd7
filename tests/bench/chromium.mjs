// One headless Chromium with a tab for each peer, so that their rounds can be taken in turn.
import { chromium } from 'playwright-core';
import { areShown, sentFor, whenShown } from './shown.mjs';

/** What every browser here is started with. */
export const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--js-flags=--max-old-space-size=8192'];

/** The browser that this machine has. */
export const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Starts it. */
export function start() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/** A tab with the empty page of the site at `address` and the bench's script from beside it. */
export async function tab(browser, address) {
  const opened = await browser.newPage();
  opened.on('pageerror', (error) => console.error(`      ${error.stack}`));
  await opened.goto(`${address}/site/empty.html`);
  await opened.addScriptTag({ url: 'page.js' });
  return opened;
}

/** Bytes sent until a visit from nothing shows its first hits, and the milliseconds that it took; fonts apart. */
export async function coldVisit(browser, { address, moved }, query) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const before = moved.length;
  await page.goto(`${address}/site/index.html#q=${encodeURIComponent(query)}`);
  await page.waitForFunction(areShown);
  const when = await page.evaluate(whenShown);
  const files = sentFor(moved.slice(before), when);
  await context.close();
  return { millis: when.millis, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
