// The documents and queries of a bench: {name, documents: [{id, title, text}], queries: {kind: [{id, text}]}, relevant}.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const OWN = new URL('own/', import.meta.url).pathname;

/** The sets under `folder` and the project's own, which is always there; `absent` names the ones that are not. */
export function sets(folder) {
  const wanted = [['own', OWN], ['xquad-ar', join(folder, 'xquad-ar')], ['openiti', join(folder, 'openiti')]];
  const [present, absent] = [true, false].map((there) => wanted.filter(([, path]) => existsSync(path) === there));
  return { present: present.map(([name, path]) => read(name, path)), absent: absent.map(([name, path]) => `${name} (${path})`) };
}

function read(name, folder) {
  const packed = join(folder, 'docs.jsonl.gz');
  const bytes = existsSync(packed) ? gunzipSync(readFileSync(packed)) : readFileSync(join(folder, 'docs.jsonl'));
  const documents = rows(bytes.toString('utf8'));
  const kinds = [['questions', 'queries.jsonl'], ['keywords', 'keyword-queries.jsonl']];
  const queries = kinds.filter(([, file]) => existsSync(join(folder, file)));
  return {
    name,
    documents: documents.map(({ id, title, text }) => ({ id, title: title ?? '', text })),
    queries: Object.fromEntries(queries.map(([kind, file]) => [kind, rows(readFileSync(join(folder, file), 'utf8'))])),
    relevant: judgements(join(folder, 'qrels.tsv')),
  };
}

function rows(text) {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
}

/** Per query its relevant documents, or nothing where nobody judged. */
function judgements(file) {
  if (!existsSync(file)) return null;
  const relevant = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const [query, document] = line.split('\t');
    relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  return relevant;
}

/** Bytes of the texts and titles in UTF-8. */
export function textBytes(documents) {
  return documents.reduce((sum, { title, text }) => sum + Buffer.byteLength(title) + Buffer.byteLength(text), 0);
}
