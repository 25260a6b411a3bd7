// One headless Chromium with a tab for each peer, so that their rounds can be taken in turn.
import { chromium } from 'playwright-core';

/** What every browser here is started with. */
export const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--js-flags=--max-old-space-size=8192'];

/** The browser that this machine has. */
export const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Starts it. */
export function start() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/** A tab with an empty page of `address`, the bench's script from beside it, and a set's documents and queries. */
export async function tab(browser, { address, page, set }) {
  const opened = await browser.newPage();
  opened.on('pageerror', (error) => console.error(`      ${page}: ${error.message}`));
  await opened.goto(`${address}${page}`);
  await opened.addScriptTag({ url: 'page.js' });
  await opened.evaluate((file) => globalThis.bench.load(file), `${address}/sets/${set}.json`);
  return opened;
}

const FONT = /\.woff2$/;

/** Bytes sent until a visit from nothing shows its first hits, and the milliseconds that it took; fonts apart. */
export async function coldVisit(browser, { address, moved }, query) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const before = moved.length;
  await page.goto(`${address}/site/index.html#q=${encodeURIComponent(query)}`);
  await page.waitForFunction(() => performance.getEntriesByName('tawarikh-shown').length > 0);
  const { millis, origin } = await page.evaluate(() => ({ millis: performance.getEntriesByName('tawarikh-shown')[0].startTime, origin: performance.timeOrigin }));
  // What is kept for a visit without a network, and what other views need, comes after the hits.
  const files = moved.slice(before).filter(({ path, at }) => at <= origin + millis && !FONT.test(path));
  await context.close();
  return { millis, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
