// `node engines.mjs SITE QUERIES.jsonl [COUNT] [ENGINE…]`: opens a site from a folder and over http in chromium, firefox and webkit by
// their WebDrivers, asks every query in the box, and tells how long the hits and the exact counts took, and what was lost.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './server.mjs';
import { areShown, whenShown } from './shown.mjs';

const [site, queries, count = '5', ...wanted] = process.argv.slice(2);
if (!queries) {
  console.error('usage: engines.mjs SITE QUERIES.jsonl [COUNT] [ENGINE…]');
  process.exit(2);
}
const PATIENCE = 120_000;
const texts = readFileSync(queries, 'utf8').split('\n').filter(Boolean).slice(0, Number(count)).map((line) => JSON.parse(line).text);

const miniBrowser = () => {
  const folders = readdirSync('/usr/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => `/usr/lib/${name}`);
  for (const folder of folders) for (const name of readdirSync(folder)) if (/^webkit2?gtk-/.test(name) && readdirSync(join(folder, name)).includes('MiniBrowser')) return join(folder, name, 'MiniBrowser');
  throw new Error('no MiniBrowser: apt-get install webkit2gtk-driver');
};
const ENGINES = {
  chromium: { driver: (port) => ['chromedriver', `--port=${port}`], wants: () => ({ 'goog:chromeOptions': { args: ['--headless', '--no-sandbox', '--disable-gpu'] } }) },
  firefox: { driver: (port) => ['geckodriver', `--port=${port}`, '--websocket-port', '0', '--log', 'fatal'], wants: () => ({ 'moz:firefoxOptions': { args: ['-headless'], prefs: { 'security.fileuri.strict_origin_policy': true } } }) },
  webkit: { driver: (port) => ['xvfb-run', '-a', 'WebKitWebDriver', `--port=${port}`], wants: () => ({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } }) },
};

const { address, close } = await serve({ site: resolve(site) });
const pages = { folder: pathToFileURL(resolve(site, 'index.html')).href, http: `${address}/site/index.html` };
for (const engine of wanted.length > 0 ? wanted : Object.keys(ENGINES)) {
  for (const [name, page] of Object.entries(pages)) {
    const home = mkdtempSync(join(tmpdir(), 'engines-'));
    const port = await freePort();
    const [program, ...args] = ENGINES[engine].driver(port);
    const process = spawn(program, args, { stdio: 'ignore', detached: true, env: { ...globalThis.process.env, HOME: home, TMPDIR: home } });
    try {
      tell(`${engine}, ${name}`, await visit(`http://127.0.0.1:${port}`, ENGINES[engine].wants(), page));
    } catch (error) {
      console.log(`${engine}, ${name}: ${error.message}`);
    } finally {
      // The driver leads a group of its own, with all that it has started.
      globalThis.process.kill(-process.pid, 'SIGTERM');
      await pause(1000);
      rmSync(home, { recursive: true, force: true });
    }
  }
}
close();

// Opens the page and asks its queries one after the other, in the address as a link would.
async function visit(driver, capabilities, page) {
  for (let tries = 0; !(await fetch(`${driver}/status`).catch(() => null)); tries += 1) if (tries < 100) await pause(200); else throw new Error('the driver does not answer');
  const call = async (method, path, body) => {
    const answer = await fetch(driver + path, { method, headers: { 'Content-Type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: { timeouts: { pageLoad: PATIENCE, script: PATIENCE }, ...capabilities } } });
  const run = (script, ...args) => call('POST', `/session/${sessionId}/execute/sync`, { script, args });
  const until = async (script, ...args) => {
    for (const begun = Date.now(); Date.now() - begun < PATIENCE; await pause(20)) {
      const value = await run(script, ...args);
      if (value) return value;
    }
    throw new Error(`never: ${script}`);
  };
  try {
    const seen = [];
    for (const [number, text] of texts.entries()) {
      const hash = `#q=${encodeURIComponent(text)}`;
      if (number === 0) await call('POST', `/session/${sessionId}/url`, { url: page + hash });
      else await run('location.hash = arguments[0]', hash);
      const begun = Date.now();
      const first = number === 0 ? await until(`return (${areShown})() && (${whenShown})()`) : null;
      await until('return document.getElementById("query")?.value.trim() === arguments[0].trim() && document.querySelectorAll(".hit").length > 0 && !document.querySelector("#hits[aria-busy=true]")', text);
      const millis = first?.millis ?? Date.now() - begun;
      await until('return !document.querySelector("#hits .tally[data-counting]")');
      seen.push({ text, millis, exact: Date.now() - begun, hits: await run('return document.querySelectorAll(".hit").length'), lost: await run('return document.querySelectorAll(".lost").length') });
    }
    return seen;
  } finally {
    await call('DELETE', `/session/${sessionId}`).catch(() => {});
  }
}

function tell(name, seen) {
  console.log(`${name}: first hits after ${Math.round(seen[0].millis)} ms; ${seen.length} queries, ${seen.reduce((sum, { hits }) => sum + hits, 0)} hits, ${seen.reduce((sum, { lost }) => sum + lost, 0)} parts lost`);
  for (const { text, millis, exact, hits } of seen) console.log(`  ${hits} hits after ${Math.round(millis)} ms, all counts after ${Math.round(exact)} ms · ${text}`);
}

function pause(millis) {
  return new Promise((wake) => setTimeout(wake, millis));
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
