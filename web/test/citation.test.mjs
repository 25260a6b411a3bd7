import { test } from 'node:test';
import assert from 'node:assert/strict';
import { FORMS, reference } from '../src/exports/citation.js';
import { edtfParts } from '../src/exports/edtf.js';

const sentence = (number, text) => ({ sentence: number, pieces: [{ text: text.slice(0, 4) }, { text: text.slice(4) }] });
const reading = {
  id: 'dam report',
  title: { value: 'سد {النهر} & أثره 50%' },
  authors: [{ value: 'سلمى الحداد' }, { value: 'Omar B.' }],
  outlet: { value: 'مجلة الأفق' },
  date: { label: '23 آذار 2019', edtf: '2019-03-23' },
  url: 'https://example.org/a_b?x=1&y=%D8%B3',
  language: 'ar',
  paragraphs: [{ sentences: [sentence(0, 'افتُتح السد.'), sentence(1, 'غمر الماء\n ثلاث قرى. ')] }],
};
const cited = (changes = {}, number = 1) => reference({ reading: { ...reading, ...changes }, sentence: number, archive: 'أرشيف السدود', link: 'file:///a/index.html#doc=dam&s=1', language: 'ar' });
const form = (name, ...references) => FORMS[name](references);

test('a plain citation names author, title, outlet, date, the sentence and both addresses', () => {
  assert.equal(
    form('plain', cited()),
    'سلمى الحداد، Omar B.، «سد {النهر} & أثره 50%»، مجلة الأفق، 23 آذار 2019. «غمر الماء ثلاث قرى.» https://example.org/a_b?x=1&y=%D8%B3 أرشيف السدود: file:///a/index.html#doc=dam&s=1',
  );
});

test('what is not known is left out of a plain citation', () => {
  const bare = cited({ authors: [], outlet: null, date: null, url: null }, null);
  assert.equal(form('plain', bare), '«سد {النهر} & أثره 50%». أرشيف السدود: file:///a/index.html#doc=dam&s=1');
});

test('BibTeX escapes what TeX reads as its own, keeps names whole and addresses as they are', () => {
  const text = form('bibtex', cited());
  assert.match(text, /^@online\{dam-report-1,\n/);
  assert.ok(text.includes('  title = {{سد \\{النهر\\} \\& أثره 50\\%}},\n'), text);
  assert.ok(text.includes('  author = {{سلمى الحداد} and {Omar B.}},\n'), text);
  assert.ok(text.includes('  date = {2019-03-23},\n  year = {2019},\n'), text);
  assert.ok(text.includes('  url = {https://example.org/a_b?x=1&y=%D8%B3},\n'), text);
  // Braces balance, or the rest of the file would be lost.
  const bare = text.replace(/\\[{}]/g, '');
  assert.equal(bare.split('{').length, bare.split('}').length);
});

test('RIS has a tag a line, CR LF, begins with its type and ends with ER', () => {
  const lines = form('ris', cited()).split('\r\n');
  assert.equal(lines[0], 'TY  - NEWS');
  assert.deepEqual(lines.slice(-2), ['ER  - ', '']);
  for (const line of lines.slice(0, -1)) assert.match(line, /^[A-Z][A-Z0-9] {2}- /);
  assert.ok(lines.includes('AU  - سلمى الحداد') && lines.includes('DA  - 2019/03/23/') && lines.includes('N1  - غمر الماء ثلاث قرى.'), lines.join('|'));
});

test('CSL-JSON dates by parts, as far as they are known', () => {
  const issued = (edtf) => JSON.parse(form('csl', cited({ date: { label: 'نحو ذلك', edtf } })))[0].issued;
  assert.deepEqual(issued('2019-03-23'), { 'date-parts': [[2019, 3, 23]] });
  assert.deepEqual(issued('2019-03'), { 'date-parts': [[2019, 3]] });
  assert.deepEqual(issued('2016-22'), { 'date-parts': [[2016]], season: 2 });
  assert.deepEqual(issued('2014~'), { 'date-parts': [[2014]], circa: true });
  assert.deepEqual(issued('201X'), { literal: 'نحو ذلك' });
});

test('several references make one file', () => {
  assert.equal(JSON.parse(form('csl', cited(), cited({}, 0))).length, 2);
  assert.equal(form('ris', cited(), cited({}, 0)).match(/^TY {2}- /gm).length, 2);
});

test('of an EDTF interval the first end counts, and an open one is unknown', () => {
  assert.equal(edtfParts('2017-06/2017-10').month, 6);
  assert.equal(edtfParts('../2017'), null);
  assert.equal(edtfParts(null), null);
  assert.equal(edtfParts('2019-36').month, null);
});
