import { test } from 'node:test';
import assert from 'node:assert/strict';
import { between, edgeNear, monthsOn } from '../src/brushed.js';
import { daysOf, isoDay } from '../src/days.js';

const day = (text) => daysOf(text)[0];
/** Days of a pixel: a month is six pixels wide, a year less than two, a day ten. */
const [MONTHS, YEARS, DAYS] = [5, 200, 0.1];
const near = (text, perPixel) => isoDay(edgeNear(day(text) + 0.5, perPixel));
const drawn = (from, to, perPixel) => between(edgeNear(day(from) + 0.5, perPixel), edgeNear(day(to) + 0.5, perPixel), perPixel).map(isoDay);

test('a brush rests at the nearest end of what a hand can tell apart', () => {
  assert.equal(near('2013-12-29', MONTHS), '2014-01-01');
  assert.equal(near('2014-01-04', MONTHS), '2014-01-01');
  assert.equal(near('2014-03-04', YEARS), '2014-01-01');
  assert.equal(near('2014-11-04', YEARS), '2015-01-01');
  assert.equal(near('2014-11-04', DAYS), '2014-11-05');
});

test('a year drawn some days off is the year', () => {
  assert.deepEqual(drawn('2013-12-31', '2015-01-03', MONTHS), ['2014-01-01', '2014-12-31']);
  assert.deepEqual(drawn('2015-01-03', '2013-12-31', MONTHS), ['2014-01-01', '2014-12-31']);
});

test('a brush within one unit is that unit', () => {
  assert.deepEqual(drawn('2016-02-02', '2016-02-05', MONTHS), ['2016-02-01', '2016-02-29']);
});

test('keys move an edge by calendar months', () => {
  assert.equal(isoDay(monthsOn(day('2016-12-01'), 1)), '2017-01-01');
  assert.equal(isoDay(monthsOn(day('2017-01-01'), -12)), '2016-01-01');
  assert.equal(monthsOn(day('2017-01-01'), -Infinity), -Infinity);
});

test('an end that stays is not moved', () => {
  assert.deepEqual(between(day('2017-06-14'), edgeNear(day('2016-12-30'), MONTHS), MONTHS).map(isoDay), ['2017-01-01', '2017-06-13']);
});
