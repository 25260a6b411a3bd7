// What the page needs only now and then lies in scripts beside it, over http and from a folder alike. Each sets one global; a page
// that is one file has them already.
import { beside } from './home.js';

const loading = new Map();

/** A promise of what the script `file` sets as the global `name`; asked for once, and again where it failed. */
export function given(file, name) {
  if (!loading.has(file)) loading.set(file, take(file, name));
  loading.get(file).catch(() => loading.delete(file));
  return loading.get(file);
}

async function take(file, name) {
  if (globalThis[name] === undefined) await run(file);
  const value = globalThis[name];
  if (value === undefined) throw new Error(`${file} does not set ${name}.`);
  delete globalThis[name];
  return value;
}

function run(file) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: beside(file), onload: resolve, onerror: reject });
    document.head.append(script);
  });
}
