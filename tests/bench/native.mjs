// The engines that run as a program: one call answers and times them all.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ndcg, quantile } from './score.mjs';

const ROUNDS = 7;

/** Per engine: build seconds, bytes, per kind of queries nDCG@10 (where judged), p50 and p99 in milliseconds. */
export function nativeFigures(program, input, set, folder) {
  mkdirSync(folder, { recursive: true });
  const answer = JSON.parse(execFileSync(program, [input, String(ROUNDS), folder], { maxBuffer: 1 << 30, encoding: 'utf8' }));
  return Object.fromEntries(Object.entries(answer).map(([name, engine]) => [name, figures(engine, set, folder)]));
}

function figures({ built, ...kinds }, set, folder) {
  const times = {};
  const quality = {};
  for (const [kind, { run, millis }] of Object.entries(kinds)) {
    times[kind] = { p50: quantile(millis, 0.5), p99: quantile(millis, 0.99), queries: millis.length, rounds: ROUNDS };
    if (set.relevant) quality[kind] = ndcg(set.queries[kind], set.relevant, new Map(Object.entries(run)));
  }
  return { buildSeconds: built.seconds, ...size(join(folder, built.place), set), times, quality };
}

/** Bytes without the texts: our file holds them as they are, so that what they take with gzip is taken off. */
function size(place, { documents }) {
  if (statSync(place).isDirectory()) {
    const all = readdirSync(place).map((name) => readFileSync(join(place, name)));
    return { raw: sum(all.map((bytes) => bytes.length)), gzip: sum(all.map(packed)) };
  }
  const bytes = readFileSync(place);
  const texts = Buffer.from(documents.map(({ title, text }) => title + text).join(''), 'utf8');
  return { raw: bytes.length - texts.length, gzip: packed(bytes) - packed(texts) };
}

const packed = (bytes) => gzipSync(bytes, { level: 9 }).length;
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
