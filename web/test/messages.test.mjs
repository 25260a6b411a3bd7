import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const words = Object.fromEntries(['ar', 'en'].map((language) => [language, JSON.parse(read(`../messages/${language}.json`))]));
const CATEGORIES = { ar: ['zero', 'one', 'two', 'few', 'many', 'other'], en: ['one', 'other'] };

test('both languages say the same things', () => {
  assert.deepEqual(Object.keys(words.ar).sort(), Object.keys(words.en).sort());
});

for (const [language, messages] of Object.entries(words)) {
  test(`${language}: every count has the plural forms of its language`, () => {
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message === 'object') assert.deepEqual(Object.keys(message), CATEGORIES[language], key);
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
