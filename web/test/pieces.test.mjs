import { test } from 'node:test';
import assert from 'node:assert/strict';
import { explained, marked } from '../src/pieces.js';

const piece = (text, { mention = null, hit = false } = {}) => ({ text, hit, mention, name: null });
const shape = (node) => (typeof node === 'string' ? node : { [node.tag]: node.children.map(shape) });
const shown = (pieces) => explained(pieces, (mention, nodes) => [`(${mention}`, ...nodes, ')']).flat().map(shape);

test('neighbours of one kind are one text node, so that letters join in every engine', () => {
  assert.deepEqual(marked([piece('في ب'), piece('العراق'), piece(' أمس')]).map(shape), ['في بالعراق أمس']);
  assert.deepEqual(marked([piece('ب', { hit: true }), piece('العراق', { hit: true })]).map(shape), [{ mark: ['بالعراق'] }]);
});

test('a date takes in the whole word that it begins in', () => {
  assert.deepEqual(shown([piece('حدث: ف'), piece('قبل عشرة أعوام', { mention: 0 }), piece(' كانت')]), ['حدث: ', '(0', 'فقبل عشرة أعوام', ')', ' كانت']);
});

test('a date takes in the whole word that it ends in', () => {
  assert.deepEqual(shown([piece('أمس', { mention: 3 }), piece('نا كان')]), ['(3', 'أمسنا', ')', ' كان']);
});

test('digits and marks of punctuation part words', () => {
  assert.deepEqual(shown([piece('في و'), piece('2014', { mention: 1 }), piece('، ثم')]), ['في و', '(1', '2014', ')', '، ثم']);
});

test('a word that matched stays one mark', () => {
  assert.deepEqual(shown([piece('ف', { hit: true }), piece('قبل', { mention: 2, hit: true }), piece(' عام', { mention: 2 })]), ['(2', { mark: ['فقبل'] }, ' عام', ')']);
});
