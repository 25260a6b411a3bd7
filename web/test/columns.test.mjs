import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rows, texts, withRows } from '../src/columns.js';

const YEARS = { field: 'year', values: '2016\uffff2017', labels: null };
const PLACES = { field: 'place', values: 'تعز\uffffعدن\uffffصنعاء', labels: '\uffffAden' };

test('numbers become rows with the texts of their values', () => {
  const numbers = Uint32Array.of(0, 1, 1, 8, 1, 2, 1, 0, 3, 1);
  assert.deepEqual(rows(numbers, [YEARS, PLACES].map(texts)), [
    { field: 'year', values: [{ value: '2017', count: 8, label: undefined }] },
    { field: 'place', values: [{ value: 'عدن', count: 3, label: 'Aden' }, { value: 'تعز', count: 1, label: undefined }] },
  ]);
});

test('a field without values has no texts, a value without letters is one', () => {
  assert.deepEqual(texts({ field: 'year', values: null, labels: null }), { field: 'year', values: [], labels: [] });
  assert.deepEqual(texts({ field: 'year', values: '', labels: null }), { field: 'year', values: [''], labels: [] });
});

/** An archive, and the questions for its values. */
function archive(pending = []) {
  const asked = [];
  const values = (state) => {
    asked.push(state);
    return [YEARS, PLACES];
  };
  return [withRows({ values, search: () => ({ total: 1, pending, facets: Uint32Array.of(1, 1, 2, 1) }), ranked: () => ({ pending, facets: [] }) }), asked];
}

test('answers have rows, and nothing else of them changes', () => {
  const [one] = archive();
  assert.deepEqual(one.search({}), { total: 1, pending: [], facets: [{ field: 'place', values: [{ value: 'صنعاء', count: 1, label: undefined }] }] });
  assert.deepEqual(one.ranked({}), { pending: [], facets: [] });
});

test('the texts are asked for once in every style, as soon as they are whole', () => {
  const [one, asked] = archive();
  for (const language of ['ar', 'ar', 'en', 'ar', 'en']) one.search({ query: language, style: { language } });
  assert.deepEqual(asked.map(({ style }) => style.language), ['ar', 'en']);
  const [waiting, again] = archive([7]);
  waiting.search({});
  waiting.search({});
  assert.equal(again.length, 2);
});
