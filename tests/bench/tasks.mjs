// What the main thread of a page did, from a trace of Chromium.

/** Milliseconds of a task that keeps the reader waiting. */
const LONG = 50;
/** Parts of a task that take less are not told, in microseconds; nor more parts than that. */
const SHORT = 4000;
const PARTS = 8;

/** What is to be traced. */
export const CATEGORIES = ['devtools.timeline', 'toplevel', 'loading', 'v8', 'v8.wasm'];

/** The thread that ran the page's script: `{ pid, tid }`. It is the same for as long as its tab lives. */
export function mainThread(events) {
  return events.find(({ name, args }) => name === 'EvaluateScript' && args.data?.url?.endsWith('/app.js'));
}

/**
 * The tasks of a thread: when, how long by the clock and on the processor (ms), the parts that took most of each, and whether it is that
 * in which the browser takes up a new page.
 */
export function tasksOf(events, thread) {
  const done = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === thread.pid && tid === thread.tid);
  const origin = done.reduce((first, { ts }) => Math.min(first, ts), Infinity);
  const isTask = ({ name }) => name.endsWith('RunTask');
  // The parts of a task come one behind the other in the order of time.
  const parts = done.filter((event) => event.dur > SHORT && !isTask(event));
  const commits = done.filter(({ name }) => name === 'DocumentLoader::CommitNavigation');
  const within = (task) => ({ ts, dur }) => ts >= task.ts && ts + dur <= task.ts + task.dur;
  return done.filter(isTask).map((task) => {
    const inside = parts.filter(within(task)).sort((one, other) => other.dur - one.dur);
    return { at: Math.round((task.ts - origin) / 1000), millis: Math.round(task.dur / 1000), cpu: Math.round((task.tdur ?? 0) / 1000), isCommit: commits.some(within(task)), parts: inside.slice(0, PARTS).map(told) };
  });
}

/** Those of the tasks that took long by the clock. */
export function longTasks(tasks) {
  return tasks.filter(({ millis }) => millis > LONG);
}

function told({ name, dur, tdur, args }) {
  const data = args.data ?? args.beginData ?? {};
  const where = data.functionName ? ` ${data.functionName}:${data.lineNumber}` : data.url ? ` ${data.url.split('/').at(-1)}` : '';
  return `${name}${where} ${Math.round(dur / 1000)} (${Math.round((tdur ?? 0) / 1000)})`;
}
