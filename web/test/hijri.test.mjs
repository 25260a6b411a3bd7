import { test } from 'node:test';
import assert from 'node:assert/strict';
import { hijri, hijriOf, withHijri } from '../src/hijri.js';
import { daysOf } from '../src/days.js';

const on = (date) => hijri(daysOf(date)[0]);
const model = (language, row = '0123456789', switched = 'on') => ({ state: { language, hijri: switched }, plain: (n) => String(n).replace(/\d/g, (digit) => row[digit]) });
const ARABIC = '٠١٢٣٤٥٦٧٨٩';

// New years and first days of Ramadan as the Umm al-Qura calendar was printed; sightings may have moved them by a day.
for (const [date, expected] of [
  ['1979-11-21', [1400, 1, 1]],
  ['2000-04-06', [1421, 1, 1]],
  ['2017-09-21', [1439, 1, 1]],
  ['2018-05-16', [1439, 9, 1]],
  ['2019-05-06', [1440, 9, 1]],
  ['2023-07-19', [1445, 1, 1]],
]) test(`${date} is ${expected.join('-')} AH`, () => assert.deepEqual(on(date), expected));

test('days follow one another without a gap, and outside of the table there is nothing', () => {
  let before = on('1990-01-01');
  for (let day = daysOf('1990-01-02')[0]; day < daysOf('2030-01-01')[0]; day += 1) {
    const [year, month, date] = hijri(day);
    const next = date === before[2] + 1 && month === before[1];
    const turned = date === 1 && before[2] >= 29 && (month === before[1] + 1 || (month === 1 && before[1] === 12 && year === before[0] + 1));
    assert.ok(next || turned, `${before} then ${[year, month, date]}`);
    before = [year, month, date];
  }
  assert.equal(on('1882-11-11'), null);
  assert.equal(on('2100-01-01'), null);
});

test('a month of the other calendar lies in two of this one', () => {
  assert.equal(hijriOf(daysOf('2019-05'), 'month', model('ar')), 'شعبان 1440 – رمضان 1440 هـ');
  assert.equal(hijriOf(daysOf('2019'), 'year', model('en')), '1440 – 1441 AH');
  assert.equal(hijriOf([daysOf('2001')[0], daysOf('2010')[1]], 'decade', model('en')), null);
});

test('beside a label it stands where the reader wants it, in the reader’s digits', () => {
  const date = { label: '٦ أيار ٢٠١٩', edtf: '2019-05-06' };
  assert.equal(withHijri(date, model('ar', ARABIC)), '٦ أيار ٢٠١٩ (١ رمضان ١٤٤٠ هـ)');
  assert.equal(withHijri(date, model('ar', ARABIC, 'off')), date.label);
  assert.equal(withHijri({ label: 'أوائل 2019', edtf: '2019-01/2019-04' }, model('ar')), 'أوائل 2019');
});
