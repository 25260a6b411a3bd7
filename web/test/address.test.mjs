import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fromAddress, toAddress } from '../src/address.js';
import { daysOf, isoDay } from '../src/days.js';
import { START } from '../src/state.js';

const there = (fields) => toAddress({ ...START, ...fields });
const back = (fields) => fromAddress(there(fields), START);

test('a fresh page has an empty address', () => {
  assert.equal(there({}), '#');
});

test('a theme is said by the host of a frame alone', () => {
  assert.equal(fromAddress('#embed=timeline&theme=dark', START).theme, 'dark');
  assert.equal(fromAddress('#embed=timeline&theme=blue', START).theme, undefined);
  assert.equal(fromAddress('#theme=dark', START).theme, undefined);
  assert.equal(there({ theme: 'dark' }), '#');
});

test('the whole view survives its address', () => {
  const view = {
    query: 'نهر "حجر الأساس" & +سدّ #1',
    facets: { outlet: ['مجلة الأفق، العدد 2', 'A=B'], year: ['2017'], place: ['raqqa'], party: ['A'], kind: ['capture'], author: [] },
    span: [...daysOf('2017-06-01').slice(0, 1), ...daysOf('2017-10-31').slice(1)],
    window: [736_000, 737_000],
    open: { id: 'bridge-2', sentence: 12 },
    exact: 'on',
    like: { id: 'dam-3' },
    embed: 'timeline',
    view: 'map',
    options: { 'map.month': '2017-10', 'figures.sort': 'low' },
    listed: true,
    language: 'en',
    axis: 'ltr',
    months: 'both',
    digits: 'arabicIndic',
  };
  assert.deepEqual(back(view), view);
});

test('the address reads as documented', () => {
  const span = [daysOf('2017-06-01')[0], daysOf('2017-10-31')[0]];
  assert.equal(there({ query: 'dam', span, open: { id: 'x', sentence: 3 } }), '#q=dam&from=2017-06-01&to=2017-10-31&doc=x&s=3');
});

test('what an address says wrongly is left out', () => {
  const read = fromAddress('#from=2019-13-01&to=soon&s=-1&doc=x&lang=xx&axis=up&zoom=..', START);
  assert.equal(read.span, null);
  assert.equal(read.window, null);
  assert.deepEqual(read.open, { id: 'x', sentence: null });
  assert.equal(read.language, 'ar');
  assert.equal(read.axis, 'rtl');
});

test('a view that is not there is the first one', () => {
  assert.equal(fromAddress('#view=cinema', START).view, 'documents');
});

test('a span that ends before it begins is none', () => {
  assert.equal(fromAddress('#from=2020&to=2019', START).span, null);
});

// Day numbers by the known anchors of the calendar: 1 is 0001-01-01, 719163 is 1970-01-01.
for (const [text, first, last] of [
  ['1970-01-01', 719_163, 719_163],
  ['2000-02', 730_151, 730_179],
  ['2019', 737_060, 737_424],
  ['٢٠١٩', 737_060, 737_424],
  ['2019/3/23', 737_141, 737_141],
]) {
  test(`${text} is read as days`, () => assert.deepEqual(daysOf(text), [first, last]));
}

for (const text of ['', '19', '2019-00', '2019-13', '2019-02-29', '2019-02-30', 'مارس', '2019-1-1-1']) {
  test(`«${text}» is not read as a date`, () => assert.equal(daysOf(text), null));
}

test('day numbers come back as written', () => {
  for (const text of ['1200-05-06', '1999-12-31', '2000-02-29', '2024-03-01']) assert.equal(isoDay(daysOf(text)[0]), text);
});
