import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bySubject, classLabel, disputed, exclude, valueOf } from '../src/counted.js';
import { daysOf } from '../src/days.js';
import { addedUp, countIn, extentOf, isoMonth, monthLabel, monthOf, totalOf } from '../src/months.js';
import { heights, widths } from '../src/plot.js';
import { nextOrder, orderOf, sorted } from '../src/sorting.js';

// As messages.js speaks, which only a bundler can load: texts with places.
const speaker = (language) => {
  const words = JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'));
  const number = (n) => n.toLocaleString('en');
  return { number, t: (key, places) => words[key].replace(/\{(\w+)\}/g, (_, name) => (typeof places[name] === 'number' ? number(places[name]) : places[name])) };
};

const figure = (low, high, more = {}) => ({ low, high, kind: 'person', fate: 'killed', partOf: null, ...more });

test('months in addresses, words and lists', () => {
  const october = 2017 * 12 + 9;
  assert.equal(monthOf('2017-10'), october);
  assert.equal(isoMonth(october), '2017-10');
  for (const text of [undefined, '2017', '2017-13', '2017-1', 'x']) assert.equal(monthOf(text), null);
  const { t } = speaker('ar');
  assert.equal(monthLabel(october, { language: 'ar', months: 'levantine', digits: 'latin' }, t), 'تشرين الأول 2017');
  assert.equal(monthLabel(october, { language: 'ar', months: 'both', digits: 'arabicIndic' }, t), 'تشرين الأول/أكتوبر ٢٠١٧');
  assert.equal(monthLabel(october, { language: 'en', months: 'both', digits: 'latin' }, speaker('en').t), 'October 2017');
  assert.deepEqual(extentOf([[], [[5, 1], [9, 2]], [[3, 1]]]), [3, 9]);
  assert.equal(extentOf([[]]), null);
  assert.deepEqual(addedUp([[[5, 1], [9, 2]], [[5, 4]]]), [[5, 5], [9, 2]]);
  assert.equal(countIn([[5, 1]], 6), 0);
  assert.equal(totalOf([[5, 1], [9, 2]]), 3);
});

test('rows sort by numbers and words, up and down, what has no value last', () => {
  const columns = [{ name: 'n', by: ({ n }) => n }, { name: 'word', by: ({ word }) => word }, { name: 'fixed' }];
  const rows = [{ n: 10, word: 'ب' }, { n: null, word: 'أ' }, { n: 9, word: null }];
  const order = (option) => sorted(rows, orderOf(option, columns), 'ar').map(({ n, word }) => n ?? word);
  assert.deepEqual(order('n'), [9, 10, 'أ']);
  assert.deepEqual(order('-n'), [10, 9, 'أ']);
  assert.deepEqual(order('word'), ['أ', 10, 9]);
  for (const option of [undefined, 'fixed', 'none', '-']) assert.deepEqual(order(option), [10, 'أ', 9]);
  assert.equal(nextOrder(null, 'n'), 'n');
  assert.equal(nextOrder(orderOf('n', columns), 'n'), '-n');
  assert.equal(nextOrder(orderOf('-n', columns), 'n'), null);
});

test('figures that can both be right do not disagree', () => {
  assert.ok(exclude(figure(40, 40), figure(50, 50)));
  assert.ok(!exclude(figure(40, null), figure(50, 50)), 'more than 40 may be 50');
  assert.ok(exclude(figure(null, 30), figure(40, null)));
  assert.ok(!exclude(figure(40, 60), figure(55, 70)));
});

test('a happening is disputed where two sources exclude each other on one thing', () => {
  const source = (document, ...figures) => ({ figures: figures.map((one) => ({ ...one, document })) });
  const said = (text) => ({ attribution: { text, saying: 'said', chain: [] } });
  const count = (...sources) => disputed(sources).size;
  assert.deepEqual([...disputed([source(0, figure(40, 40)), source(1, figure(50, 50))])], ['killed person']);
  assert.equal(count(source(0, figure(40, 40), figure(50, 50))), 0, 'one source alone');
  assert.equal(count(source(0, figure(40, 40, said('الشرطة')), figure(50, 50, said('النقابة')))), 1, 'two voices of one document');
  assert.equal(count(source(0, figure(40, 40)), source(1, figure(50, 50, { fate: 'wounded' }))), 0, 'two things');
  assert.equal(count(source(0, figure(40, 40, { party: 'الجيش' })), source(1, figure(50, 50, { party: 'الميليشيا' }))), 0, 'two parties');
  assert.equal(count(source(0, figure(40, 40, { asOf: '2 أيار' })), source(1, figure(50, 50, { asOf: '9 أيار' }))), 0, 'two days');
  assert.equal(count(source(0, figure(40, 40)), source(1, figure(7, 7, { partOf: 0 }))), 0, 'a part of the whole');
});

test('figures in words', () => {
  const { t, number } = speaker('en');
  const said = (low, high, kind = 'person') => valueOf({ low, high, kind }, number, t);
  assert.equal(said(1600, 1600), '1,600');
  assert.equal(said(1700, 1900), '1,700 to 1,900');
  assert.equal(said(40, null), 'at least 40');
  assert.equal(said(null, 500), 'at most 500');
  assert.equal(said(60, 60, 'share'), '60%');
});

test('classes of figures in words', () => {
  const words = JSON.parse(readFileSync(new URL('../messages/ar.json', import.meta.url), 'utf8'));
  const named = (family, code) => words[`${family}.${code}`] ?? code;
  assert.equal(classLabel('killed children', named), 'أطفال · قتلى');
  assert.equal(classLabel('houses', named), 'بيوت ومبان');
  assert.equal(classLabel('other', named), 'أشياء أخرى');
  assert.equal(classLabel('displaced families', named), 'عائلات · نازحون');
});

test('what is counted most comes first', () => {
  const groups = bySubject([figure(1, 1, { fate: null, kind: 'house' }), figure(2, 2), figure(3, 3)]);
  assert.deepEqual(groups.map(({ subject, figures }) => [subject, figures.length]), [['killed person', 2], [' house', 1]]);
});

test('heights begin at nothing unless values are far apart', () => {
  const plain = heights([1000, 1900]);
  assert.deepEqual(plain.ticks, [0, 500, 1000, 1500, 2000]);
  assert.equal(plain.at(1000), 0.5);
  const wide = heights([3, 40_000]);
  assert.deepEqual(wide.ticks, [1, 10, 100, 1000, 10_000, 100_000]);
  assert.ok(Math.abs(wide.at(1000) - 0.6) < 1e-9 && wide.at(0) === 0);
  assert.deepEqual(heights([3]).ticks.at(-1), 3);
  assert.ok(heights([0]).at(0) === 0);
});

test('years are named where they begin', () => {
  const day = (text) => daysOf(text)[0];
  const { at, years } = widths([[day('2014-06-01'), day('2019-03-23')]]);
  assert.ok(years.length <= 4 && years.every(([year, share]) => Math.abs(share - at(day(String(year)))) < 1e-9 && share > 0 && share < 1));
  assert.deepEqual(widths([[day('2016-05-01'), day('2016-06-30')]]).years, []);
});
