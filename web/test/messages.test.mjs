import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const words = Object.fromEntries(['ar', 'en'].map((language) => [language, JSON.parse(read(`../messages/${language}.json`))]));
const CATEGORIES = { ar: ['zero', 'one', 'two', 'few', 'many', 'other'], en: ['one', 'other'] };

test('no word ends in a mark', () => {
  // WebKit's GTK port moves the whole word off its line by the height of a mark that is its last glyph, in any face.
  const ends = /[\u064b-\u0652](?![\p{L}\u064b-\u0652])|ل[\u064b-\u0652]+[اأإآ](?!\p{L})/u;
  for (const line of read('../messages/ar.json').split('\n')) assert.doesNotMatch(line, ends);
});

test('nothing is said twice', () => {
  for (const [language, messages] of Object.entries(words)) {
    assert.equal([...read(`../messages/${language}.json`).matchAll(/^  "[^"]+":/gm)].length, Object.keys(messages).length, language);
  }
});

test('both languages say the same things', () => {
  assert.deepEqual(Object.keys(words.ar).sort(), Object.keys(words.en).sort());
});

for (const [language, messages] of Object.entries(words)) {
  test(`${language}: every count has the plural forms of its language`, () => {
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message === 'object') assert.deepEqual(Object.keys(message).filter((name) => name !== 'by'), CATEGORIES[language], key);
    }
  });
}

test('every message that a view names is there', () => {
  const folders = ['../src/', '../src/views/'];
  const files = folders.flatMap((folder) => readdirSync(new URL(folder, import.meta.url)).filter((name) => name.endsWith('.js')).map((name) => folder + name));
  for (const file of files) {
    for (const [, key] of read(file).matchAll(/\bt\('([a-z][a-z.-]*)'/g)) assert.ok(key in words.ar, `${file}: ${key}`);
  }
});

test('places in a message are the same in both languages, but for counts that a word says', () => {
  const places = (message) => new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== 'n'));
  for (const key of Object.keys(words.ar)) assert.deepEqual(places(words.ar[key]), places(words.en[key]), key);
});

// What the engine names by an id: the sources are the list.
const ids = (path, pattern) => [...read(`../../crates/${path}`).matchAll(pattern)].map(([, id]) => id);
const INGEST = readdirSync(new URL('../../crates/ingest/src/', import.meta.url)).filter((name) => name.endsWith('.rs'));
const part = (path, from, to) => read(`../../crates/${path}`).split(from)[1].split(to)[0];
const idsIn = (text, pattern) => [...text.matchAll(pattern)].map(([, id]) => id);
const NAMED = {
  happened: ids('evidence/src/event_kind.rs', /EventKind::\w+ => "([a-z-]+)"/g),
  fate: ids('evidence/src/kind.rs', /Fate::\w+ => "([a-z-]+)"/g),
  counted: idsIn(part('evidence/src/kind.rs', 'impl Kind', 'pub fn class'), /Kind::\w+ => "([a-z-]+)"/g),
  unknown: idsIn(part('core/src/view.rs', "what an item's `text` is", 'pub code'), /`([a-z]+-[a-z-]+)`/g),
  engine: [
    ...ids('core/src/pack.rs', /=> "([a-z-]+)",/g),
    ...ids('core/src/fragment.rs', /=> "([a-z-]+)",/g),
    ...ids('wasm/src/failure.rs', /Failure::of\("([a-z-]+)"\)/g),
  ],
  note: ids('index/src/query/mod.rs', /NoteCode::\w+ => "([a-z-]+)"/g),
  finding: ids('timex/src/mention.rs', /FindingCode::\w+ => "([a-z-]+)"/g),
  how: [
    ...ids('timex/src/mention.rs', /How::\w+ => "([a-z-]+)"/g),
    ...ids('core/src/reading.rs', /FILE_NAME: &str = "([a-z-]+)"/g),
    ...INGEST.flatMap((name) => ids(`ingest/src/${name}`, /(?:Inferred::(?:given|concluded)\([^;"{]*?|Declared::read\([^;"()]*?)"([a-z-]+)"/g)),
  ],
};

for (const [family, codes] of Object.entries(NAMED)) {
  test(`every ${family} of the engine is said in words`, () => {
    assert.ok(codes.length >= 6, codes.join());
    for (const code of codes) assert.ok(`${family}.${code}` in words.ar, code);
  });
}
