import { test } from 'node:test';
import assert from 'node:assert/strict';
import { KINDS, annotated, marked } from '../src/pieces.js';

const piece = (text, { mention = null, name = null, figure = null, hit = false } = {}) => ({ text, hit, mention, name, figure });
const shape = (node) => (typeof node === 'string' ? node : { [node.tag]: node.children.map(shape) });
const LETTERS = { mention: '', name: 'n', figure: 'f' };
const wrap = (kind, number, nodes) => [`(${LETTERS[kind]}${number}`, nodes, ')'];
const shown = (pieces, kinds = KINDS) => [annotated(pieces, kinds, wrap)].flat(Infinity).map(shape);

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

test('a name takes in the particles written to it', () => {
  assert.deepEqual(shown([piece('سقطت و'), piece('المدينة', { name: 4 }), piece('، ثم')]), ['سقطت ', '(n4', 'والمدينة', ')', '، ثم']);
});

test('a figure holds the name of what it counts', () => {
  assert.deepEqual(shown([piece('نحو '), piece('40 من ', { figure: 1 }), piece('حلب', { figure: 1, name: 0 })]), ['نحو ', '(f1', '40 من ', '(n0', 'حلب', ')', ')']);
});

test('marks that are switched off leave plain text that is not cut', () => {
  const pieces = [piece('في '), piece('حلب', { name: 0 }), piece(' عام 2014', { mention: 1 })];
  assert.deepEqual(shown(pieces, ['mention']), ['في حلب', '(1', ' عام 2014', ')']);
  assert.deepEqual(shown(pieces, []), ['في حلب عام 2014']);
});

test('a word that matched stays one mark', () => {
  assert.deepEqual(shown([piece('ف', { hit: true }), piece('قبل', { mention: 2, hit: true }), piece(' عام', { mention: 2 })]), ['(2', { mark: ['فقبل'] }, ' عام', ')']);
});
