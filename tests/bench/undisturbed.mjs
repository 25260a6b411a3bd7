// A headless Chromium over a pipe of which nothing is watched but its trace. What drives pages elsewhere here (playwright) listens to the
// network, and for every request of a page the browser then collects where in the script it was made: the first script of a visit takes
// fifteen milliseconds of processor instead of three, which no reader has.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARGUMENTS, EXECUTABLE } from './chromium.mjs';

/** So long, in milliseconds, the browser has for itself before a page is measured, once started and behind every new tab. */
const REST = 2000;
/** Between two questions whether a page is ready, and how many. */
const PAUSE = 300;
const OFTEN = 400;

/** Starts the browser: `{ tab(), close() }`. */
export async function start() {
  const home = await mkdtemp(join(tmpdir(), 'tawarikh-bench-'));
  const chromium = spawn(EXECUTABLE, ['--headless', ...ARGUMENTS, '--remote-debugging-pipe', `--user-data-dir=${home}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const { send, traced } = channel(chromium);
  await rest(REST);
  return {
    tab: () => tab(send, traced),
    close: async () => {
      const gone = new Promise((resolve) => chromium.on('exit', resolve));
      chromium.kill();
      await gone;
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** A tab with a profile of its own, which has come to rest: `{ goTo(address), ask(expression), until(expression), trace(categories, act), close() }`. */
async function tab(send, traced) {
  const { browserContextId } = await send('Target.createBrowserContext');
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId, width: 1280, height: 720 });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await rest(REST);
  const ask = async (expression) => (await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true }, sessionId)).result.value;
  return {
    goTo: (url) => send('Page.navigate', { url }, sessionId),
    ask,
    until: async (expression) => {
      for (let time = 0; time < OFTEN; time += 1) {
        await rest(PAUSE);
        // Between two pages there is nobody to ask.
        if (await ask(expression).catch(() => false)) return;
      }
      throw new Error(`It never came to be: ${expression}`);
    },
    trace: async (categories, act) => {
      await send('Tracing.start', { traceConfig: { includedCategories: categories, excludedCategories: ['*'] }, transferMode: 'ReportEvents' });
      await act();
      const events = traced();
      await send('Tracing.end');
      return events;
    },
    close: () => send('Target.disposeBrowserContext', { browserContextId }),
  };
}

/** The two ends of the pipe: messages are JSON and end with a zero byte. */
function channel(chromium) {
  const [, , , out, back] = chromium.stdio;
  const waiting = new Map();
  let last = 0;
  let events = [];
  let finished = () => {};
  const told = ({ id, error, result, method, params }) => {
    if (id !== undefined) {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    } else if (method === 'Tracing.dataCollected') events.push(...params.value);
    else if (method === 'Tracing.tracingComplete') finished(events);
  };
  let parts = [];
  back.on('data', (bytes) => {
    let from = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, from)) {
      const message = Buffer.concat([...parts, bytes.subarray(from, end)]);
      parts = [];
      from = end + 1;
      told(JSON.parse(message.toString()));
    }
    parts.push(bytes.subarray(from));
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  const traced = () =>
    new Promise((resolve) => {
      events = [];
      finished = resolve;
    });
  return { send, traced };
}

function rest(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
