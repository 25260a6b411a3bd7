import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { worded } from '../src/wording.js';

const words = (language) => JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'));
const speaker = (language) => {
  const plural = new Intl.PluralRules(language);
  return (key, places) => worded(words(language)[key], places, (n) => plural.select(n), String);
};

test('English counts what a part is of', () => {
  const t = speaker('en');
  assert.equal(t('tally', { n: 1, all: 1 }), '1 of 1 document');
  assert.equal(t('tally', { n: 1, all: 6 }), '1 of 6 documents');
  assert.equal(t('tally', { n: 0, all: 1 }), '0 of 1 document');
  assert.equal(t('tally.least', { n: 1, all: 1 }), 'at least 1 of 1 document');
});

test('Arabic counts the part', () => {
  const t = speaker('ar');
  const forms = [[1, 'وثيقة واحدة من 200'], [2, 'وثيقتان من 200'], [3, '3 وثائق من 200'], [11, '11 وثيقة من 200'], [100, '100 وثيقة من 200'], [103, '103 وثائق من 200']];
  for (const [n, expected] of forms) assert.equal(t('tally', { n, all: 200 }), expected);
});

test('what is left to show is of no one kind: documents, values and names are counted by it', () => {
  const t = speaker('ar');
  assert.deepEqual([1, 2, 3, 42].map((n) => t('more', { n })), ['أظهر المزيد (بقي واحد)', 'أظهر المزيد (بقي اثنان)', 'أظهر المزيد (الباقي 3)', 'أظهر المزيد (الباقي 42)']);
});

test('a place without a value is left empty', () => {
  assert.equal(worded('{one} and {other}', { one: 'this' }, () => 'other', String), 'this and ');
});
