// The engines that run in a browser: which variant of each is best, then quality, times and sizes of that one.
import { join } from 'node:path';
import { ndcg, median, quantile } from './score.mjs';
import { tab } from './chromium.mjs';
import { build as buildPagefind } from './pagefind.mjs';

// A round of a slow peer is cut short, so that all together end: it is asked the first queries only, and that is said.
const ROUND_SECONDS = 15;
const ROUNDS = 7;

/** What a variant needs: Pagefind's files, as ours, are made beforehand; the others build in the tab. */
async function needs(peer, variant, set, host, prepared) {
  if (peer.name !== 'Pagefind') return { options: {} };
  const form = variant.split('; ')[0];
  const folder = `pagefind-${set.name}-${form.replace(' ', '-')}`;
  prepared[folder] ??= await buildPagefind(set.documents, form, join(host.work, folder));
  return { options: { folder: `sets/${folder}`, judged: set.relevant !== null }, seconds: prepared[folder], folder };
}

async function open(browser, peer, variant, set, host, prepared) {
  const { options, seconds, folder } = await needs(peer, variant, set, host, prepared);
  const opened = await tab(browser, host.address);
  await opened.evaluate((file) => globalThis.bench.load(file), `${host.address}/sets/${set.name}.json`);
  const inTab = await opened.evaluate(([name, how, given]) => globalThis.bench.build(name, how, given), [peer.name, variant, options]);
  return { peer, variant, tab: opened, seconds: seconds ?? inTab, folder };
}

/** nDCG@10 of every variant of `peer` over a judged set: {variant: {kind: value}}. */
export async function qualities(browser, peer, set, host, prepared) {
  const found = {};
  for (const variant of peer.judged) {
    const engine = await open(browser, peer, variant, set, host, prepared);
    found[variant] = {};
    for (const [kind, queries] of Object.entries(set.queries)) {
      const run = new Map(await engine.tab.evaluate((one) => globalThis.bench.run(one), kind));
      found[variant][kind] = ndcg(queries, set.relevant, run);
    }
    await engine.tab.close();
  }
  return found;
}

/** Times, sizes and build of one variant of each peer over a set; the peers take their rounds in turn. */
export async function figures(browser, choices, set, host, prepared) {
  const engines = [];
  for (const { peer, variant } of choices) engines.push(await open(browser, peer, variant, set, host, prepared));
  const result = {};
  for (const engine of engines) {
    const sizes = await engine.tab.evaluate(() => globalThis.bench.sizes());
    const { name } = engine.peer;
    engine.key = result[name] ? `${name}, ${engine.variant}` : name;
    result[engine.key] = { variant: engine.variant, buildSeconds: engine.seconds, folder: engine.folder, ...sizes, times: {} };
  }
  for (const [kind, queries] of Object.entries(set.queries)) {
    const times = await rounds(engines, kind, queries.length);
    for (const [place, engine] of engines.entries()) result[engine.key].times[kind] = times[place];
  }
  for (const engine of engines) await engine.tab.close();
  return result;
}

async function rounds(engines, kind, count) {
  const warm = [];
  for (const engine of engines) warm.push(await warmed(engine, kind, count));
  const taken = engines.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place, engine] of engines.entries()) {
      if (round < warm[place].rounds) taken[place].push(await timed(engine, kind, warm[place].asked));
    }
  }
  return taken.map((all, place) => {
    const queries = all[0].map((_, query) => median(all.map((one) => one[query])));
    return { p50: quantile(queries, 0.5), p99: quantile(queries, 0.99), queries: queries.length, rounds: warm[place].rounds };
  });
}

/**
 * A round that does not count: what an engine loads on demand is there before its time is taken. Says how many queries and
 * rounds it can be given.
 */
async function warmed(engine, kind, count) {
  const few = Math.min(count, 10);
  await timed(engine, kind, few);
  const sample = await timed(engine, kind, few);
  const seconds = ((sample.reduce((sum, one) => sum + one, 0) / few) * count) / 1000;
  const asked = seconds > ROUND_SECONDS ? Math.max(few, Math.floor((count * ROUND_SECONDS) / seconds)) : count;
  await timed(engine, kind, asked);
  return { asked, rounds: seconds > ROUND_SECONDS / 5 ? 1 : ROUNDS };
}

function timed({ tab: page }, kind, count) {
  return page.evaluate(([one, to]) => globalThis.bench.round(one, 0, to), [kind, count]);
}
