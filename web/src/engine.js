// Brings the engine and its archive into the page. Both are one WebAssembly module: the archive is its custom section.
import init, { Archive } from 'tawarikh-engine';
import { Failure } from './failure.js';
import { withLater } from './later.js';
import { withRows } from './columns.js';
import { beside } from './home.js';
import { unpacked } from './unpack.js';

const SECTION = 'tawarikh.pack';

/** Opens the archive that lies beside the page, or inside it. Throws a failure with a sentence in both languages. */
export async function openArchive() {
  if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function') throw new Failure('browser');
  const module = await compiled();
  const [pack] = WebAssembly.Module.customSections(module, SECTION);
  if (!pack) throw new Failure('no-pack');
  await init({ module_or_path: module });
  return withRows(withLater(Archive.open(new Uint8Array(pack))));
}

function compiled() {
  if (typeof globalThis.TAWARIKH_INLINE === 'string') return fromText(globalThis.TAWARIKH_INLINE);
  return location.protocol === 'file:' ? fromFolder() : fromServer();
}

// A page opened from a folder may not fetch its neighbours, but it may run a script that lies beside it.
async function fromFolder() {
  return fromText(await neighbour('archive.wasm.js'));
}

function neighbour(name) {
  return new Promise((resolve, reject) => {
    globalThis.tawarikhArchive = resolve;
    const script = Object.assign(document.createElement('script'), { src: beside(name) });
    script.onerror = () => reject(new Failure('missing'));
    // Loaded, yet it never called: the file is cut short or is something else. After a call this changes nothing.
    script.onload = () => reject(new Failure('damaged'));
    document.head.append(script);
  }).finally(() => delete globalThis.tawarikhArchive);
}

async function fromText(base64) {
  const bytes = await unpacked(base64).catch(() => {
    throw new Failure('damaged');
  });
  return compile(bytes);
}

async function fromServer() {
  const response = await fetch(beside('archive.wasm')).catch(() => {
    throw new Failure('network');
  });
  if (!response.ok) throw new Failure('missing');
  // Some servers do not know the type; streaming compilation insists on it.
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  if (!streams) return compile(await response.arrayBuffer());
  return WebAssembly.compileStreaming(response).catch(() => {
    throw new Failure('damaged');
  });
}

function compile(bytes) {
  return WebAssembly.compile(bytes).catch(() => {
    throw new Failure('damaged');
  });
}
