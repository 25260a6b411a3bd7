import { test } from 'node:test';
import assert from 'node:assert/strict';
import { folded, places, wordsOf } from '../src/selection/words.js';
import { barsOf } from '../src/selection/years.js';

const marked = (text, query) => places(text, wordsOf(query))?.map(([from, to]) => text.slice(from, to)) ?? null;

test('spellings that differ by habit are one', () => {
  for (const [one, other] of [['أُسْرَة', 'اسره'], ['إلى', 'الي'], ['مسـؤول', 'مسوول'], ['٢٠١٩', '2019'], ['ﻻجئ', 'لاجي'], ['NATO', 'nato']]) assert.equal(folded(one), folded(other), one);
});

test('a word is found at the beginning of a written one and behind what is joined to it', () => {
  assert.deepEqual(marked('غمرت المياه القرية وبالقرية المجاورة', 'قرية'), ['القرية', 'وبالقرية']);
  assert.deepEqual(marked('وصلت المساعدات للنازحين', 'نازحين'), ['للنازحين']);
  assert.deepEqual(marked('أعلنت الوزارة نتائج الانتخابات', 'انتخاب'), ['الانتخابات']);
  assert.equal(marked('أعلنت الوزارة نتائج الاقتراع', 'انتخاب'), null);
  assert.deepEqual(marked('دخلت القوات بغداد ثم البصرة', 'بصرة'), ['البصرة']);
  assert.deepEqual(marked('من بغداد إلى بصرة العراق', 'البصرة'), ['بصرة']);
  assert.equal(marked('عاد لادن إلى بيته', 'بلاد'), null);
});

test('all words of a query are asked for, in any order', () => {
  assert.deepEqual(marked('ضرب زلزال مدينة أغادير ليلًا', 'أغادير زلزال'), ['زلزال', 'أغادير']);
  assert.equal(marked('ضرب زلزال مدينة أغادير ليلًا', 'أغادير فيضان'), null);
  assert.deepEqual(wordsOf(' ، ؟ '), []);
});

test('bars have no gaps, are few, and say which days they stand for', () => {
  assert.deepEqual(barsOf([]), []);
  const months = barsOf(['2019-11-03', '2020-02-28', '2019-11-30']);
  assert.deepEqual(months.map(({ label, count }) => [label, count]), [['2019-11', 2], ['2019-12', 0], ['2020-01', 0], ['2020-02', 1]]);
  assert.ok('2019-12-31' < months[1].last && '2019-12-01' >= months[1].first && '2020-01-01' >= months[1].last);
  const years = barsOf(['1990-05-01', '2021-01-01']);
  assert.deepEqual([years.length, years[0].label, years.at(-1).label], [32, '1990', '2021']);
  assert.deepEqual(barsOf(['1799-01-01', '2021-01-01']).map(({ label }) => label).slice(0, 2), ['1790', '1800']);
});
