// Runs inside the browser: builds one peer's index, answers, takes the time.
import { flexsearch } from './peers/flexsearch.js';
import { lunrArabic } from './peers/lunr.js';
import { minisearch } from './peers/minisearch.js';
import { orama } from './peers/orama.js';
import { pagefind } from './peers/pagefind.js';
import { tawarikh } from './peers/tawarikh.js';

const PEERS = [tawarikh, minisearch, flexsearch, lunrArabic, orama, pagefind];
const state = { documents: [], queries: [], engine: null };

globalThis.bench = {
  /** The peers: variants to judge, and those that are timed beside the best. */
  peers: () => PEERS.map(({ name, variants, beside = [] }) => ({ name, judged: variants, beside })),

  async load(address) {
    Object.assign(state, await (await fetch(address)).json());
  },

  /** Builds the index anew; returns the seconds that it took. */
  async build(name, variant, options) {
    state.engine = null;
    const peer = PEERS.find((one) => one.name === name);
    const begun = performance.now();
    state.engine = await peer.build(state.documents, variant, options);
    return (performance.now() - begun) / 1000;
  },

  /** Bytes of the index as the peer saves it, raw and with gzip. */
  async sizes() {
    const parts = state.engine.serialise();
    const raw = new Blob(parts);
    const packed = raw.stream().pipeThrough(new CompressionStream('gzip'));
    return { raw: raw.size, gzip: (await new Response(packed).arrayBuffer()).byteLength };
  },

  /** The first ten documents of each query of one kind. */
  async run(kind) {
    const answers = [];
    for (const { id, text } of state.queries[kind]) answers.push([id, (await state.engine.search(text)).slice(0, 10)]);
    return answers;
  },

  /** One round over queries of one kind: the milliseconds of each. */
  async round(kind, from, to) {
    const times = [];
    for (const { text } of state.queries[kind].slice(from, to)) {
      const begun = performance.now();
      await state.engine.search(text);
      times.push(performance.now() - begun);
    }
    return times;
  },
};
