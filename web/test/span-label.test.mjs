import { test } from 'node:test';
import assert from 'node:assert/strict';
import { daysOf } from '../src/days.js';
import { dayLabel, spanLabel } from '../src/span-label.js';

// As messages.js speaks, which only a bundler can load.
const MONTHS = {
  levantine: { 1: 'شباط', 2: 'آذار', 9: 'تشرين الأول' },
  gregorian: { 9: 'أكتوبر' },
  english: { 1: 'February', 6: 'July', 9: 'October' },
};
const said = (names) => Array.from({ length: 12 }, (_, place) => names[place] ?? '').join('|');

function reader(language, digits = 'latin', months = 'levantine') {
  const names = language === 'en' ? MONTHS.english : MONTHS[months];
  const plain = (n) => n.toLocaleString(`en-u-nu-${digits === 'latin' ? 'latn' : 'arab'}`, { useGrouping: false });
  return { state: { language, digits, months }, plain, t: () => said(names) };
}

const span = (from, to = from) => [daysOf(from)[0], daysOf(to)[1]];

test('a span is said as short as it can be', () => {
  assert.equal(spanLabel(span('2014'), reader('en')), '2014');
  assert.equal(spanLabel(span('2014', '2016'), reader('en')), '2014 – 2016');
  assert.equal(spanLabel(span('2016-10', '2017-07'), reader('en')), 'October 2016 – July 2017');
  assert.equal(spanLabel(span('2016-02'), reader('en')), 'February 2016');
  assert.equal(spanLabel(span('2017-10-17'), reader('en')), '17 October 2017');
  assert.equal(spanLabel(span('2017-10-17', '2017-10-31'), reader('en')), '17 October 2017 – 31 October 2017');
});

test('in the months and digits of the reader', () => {
  assert.equal(spanLabel(span('2017-10-17'), reader('ar')), '17 تشرين الأول 2017');
  assert.equal(spanLabel(span('2017-10'), reader('ar', 'arabicIndic', 'gregorian')), 'أكتوبر ٢٠١٧');
  assert.equal(spanLabel(span('2017'), reader('ar', 'arabicIndic')), '٢٠١٧');
  assert.equal(spanLabel(span('2014', '2016'), reader('ar')), '\u200f2014 – 2016');
  assert.equal(dayLabel(daysOf('2019-03-23')[0], reader('ar', 'arabicIndic')), '٢٣ آذار ٢٠١٩');
});
