import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rows, withRows } from '../src/columns.js';

test('columns become rows', () => {
  const facet = { field: 'place', values: 'تعز\uffffعدن', counts: [3, 1], labels: '\uffffAden' };
  assert.deepEqual(rows(facet), [{ value: 'تعز', count: 3, label: undefined }, { value: 'عدن', count: 1, label: 'Aden' }]);
});

test('a facet without values has no rows, a value without letters is one', () => {
  assert.deepEqual(rows({ values: null, counts: [], labels: null }), []);
  assert.deepEqual(rows({ values: '', counts: [2], labels: null }), [{ value: '', count: 2, label: undefined }]);
});

test('answers have rows, and nothing else of them changes', () => {
  const archive = withRows({ search: () => ({ total: 1, facets: [{ field: 'year', values: '2019', counts: [1], labels: null }] }), ranked: () => ({ facets: [] }) });
  const { total, facets } = archive.search({});
  assert.deepEqual([total, facets[0].field, facets[0].values], [1, 'year', [{ value: '2019', count: 1, label: undefined }]]);
  assert.deepEqual(archive.ranked({}), { facets: [] });
});
