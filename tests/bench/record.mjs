// A dated record: the figures as JSON for programs, and as tables for people.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes both files into `folder`; returns the name of the one for people. */
export function write(record, folder) {
  mkdirSync(folder, { recursive: true });
  const name = `${record.date}-peers`;
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(record, null, 1)}\n`);
  writeFileSync(join(folder, `${name}.md`), `${page(record).join('\n')}\n`);
  return existsSync(join(folder, `${name}.md`)) ? `${name}.md` : '';
}

function page(record) {
  const versions = Object.entries(record.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `# Tawarikh and its peers, ${record.date}`,
    '',
    `One run of \`./build.sh bench\` on ${record.machine}; Chromium ${record.browser}, headless. ${versions.join(', ')}.`,
    '',
    ...(record.note ? [record.note, ''] : []),
    ...METHOD,
    '',
    ...(record.absent.length > 0 ? [`Not there in this run: ${record.absent.join(', ')}.`, ''] : []),
    ...record.sets.flatMap(section),
  ];
}

const METHOD = [
  'How it was measured:',
  '',
  '- Every engine gets the same documents (title and text) and the same queries, and returns its ten best documents. Of each peer all',
  '  variants listed below were judged; the one with the highest mean nDCG@10 on the set is what its table shows (for a set without judgements: on all others).',
  '- A query\'s time is the median of its rounds (seven; one for an engine whose round takes longer than three seconds, and then only as many',
  '  queries as fit into 15 seconds), after a round that does not count. Engines take their rounds in turn, each in a tab of its own. p50 and p99',
  '  are over the queries. Tawarikh in Chromium is the site as built, opened by the page\'s own modules, its fragments loaded: its',
  '  times hold the counts of all facets, titles, snippets cut into marked pieces and their way into JavaScript; the peers\' hold ten ids.',
  '- Sizes are of what a reader downloads to search: for Tawarikh the engine, the index and the texts, for Pagefind its folder (index, texts,',
  '  engine), for the others the index as they save it, without texts. Natively: indexes with positions, without texts.',
  '- Build: Tawarikh in Chromium stands for `tawarikh build` as a whole (reading, dates, names, index, site); natively for the index alone.',
];

function section(set) {
  const kinds = Object.keys(set.queries);
  const counts = kinds.map((kind) => `${set.queries[kind]} ${kind}`).join(', ');
  return [
    `## ${set.name}: ${set.documents.toLocaleString('en')} documents, ${(set.textBytes / 1e6).toFixed(2)} MB of text, ${counts}`,
    '',
    ...table(set, kinds),
    '',
    ...coldVisits(set.browser.Tawarikh.cold),
    '',
    ...variants(set),
  ];
}

function table(set, kinds) {
  const judged = Object.keys(set.variants).length > 0;
  const heads = ['engine', ...(judged ? kinds.map((kind) => `nDCG@10 ${kind}`) : []), ...kinds.map((kind) => `ms p50 / p99, ${kind}`), 'raw KB', 'gzip KB', 'gzip / text', 'build s'];
  const browser = Object.entries(set.browser).map(([name, one]) => ({ ...one, name: name.includes(',') ? name : `${name} (${one.variant})`, quality: set.variants[name]?.[one.variant] }));
  const native = Object.entries(set.native).map(([name, one]) => ({ ...one, name }));
  const row = (one) => [
    one.name,
    ...(judged ? kinds.map((kind) => one.quality?.[kind].toFixed(3) ?? '') : []),
    ...kinds.map((kind) => times(one.times[kind], set.queries[kind])),
    ...(one.raw ? [kilobytes(one.raw), kilobytes(one.gzip), (one.gzip / set.textBytes).toFixed(2), one.buildSeconds.toFixed(2)] : ['', '', '', '']),
  ];
  return [line(heads), line(heads.map(() => '---')), ...[...browser, ...native].map(row).map(line)];
}

const line = (cells) => `| ${cells.join(' | ')} |`;
const kilobytes = (bytes) => Math.round(bytes / 1000).toLocaleString('en');

function times({ p50, p99, queries }, all) {
  const part = queries < all ? ` (${queries} queries)` : '';
  return `${milliseconds(p50)} / ${milliseconds(p99)}${part}`;
}

const milliseconds = (value) => (value < 10 ? value.toFixed(2) : String(Math.round(value)));

function coldVisits(visits) {
  const bytes = Math.max(...visits.map((visit) => visit.bytes));
  const times = visits.map(({ millis }) => millis).sort((a, b) => a - b);
  return [`From a cold start to the first hits on the page over http: at most ${kilobytes(bytes)} KB moved (fonts apart, ${visits[0].files} files), ${Math.round(times[times.length >> 1])} ms in the median of ${visits.length} visits.`];
}

function variants(set) {
  const peers = Object.entries(set.variants).filter(([, all]) => Object.keys(all).length > 1);
  if (peers.length === 0) return [];
  const rows = peers.flatMap(([name, all]) => Object.entries(all).map(([variant, values]) => line([name, variant, ...Object.values(values).map((value) => value.toFixed(3))])));
  const heads = ['peer', 'variant', ...Object.keys(set.queries).map((kind) => `nDCG@10 ${kind}`)];
  return ['All variants that were judged:', '', line(heads), line(heads.map(() => '---')), ...rows, ''];
}
