import { test } from 'node:test';
import assert from 'node:assert/strict';
import { PAGE, START, isNarrowed, reduce, request } from '../src/state.js';
import { createStore } from '../src/store.js';

const after = (...actions) => actions.reduce(reduce, START);

test('choosing a facet value twice leaves it unchosen', () => {
  const choose = { type: 'facet', field: 'outlet', value: 'الأفق' };
  assert.deepEqual(after(choose).facets.outlet, ['الأفق']);
  assert.deepEqual(after(choose, choose).facets, START.facets);
});

test('a new search begins at the first page again', () => {
  assert.equal(after({ type: 'more' }).limit, 2 * PAGE);
  assert.equal(after({ type: 'more' }, { type: 'query', query: 'سد' }).limit, PAGE);
});

test('a chosen span is shown with air around it', () => {
  const { span, window } = after({ type: 'span', span: [1000, 1100] });
  assert.deepEqual(span, [1000, 1100]);
  assert.ok(window[0] < 1000 && window[1] > 1101);
});

test('clearing leaves nothing that narrows, and keeps the language', () => {
  const state = after({ type: 'choose', name: 'language', value: 'en' }, { type: 'query', query: 'سد' }, { type: 'span', span: [1, 2] }, { type: 'clear' });
  assert.equal(isNarrowed(state), false);
  assert.equal(state.language, 'en');
});

test('a search leads away from what tells of the archive as a whole, and from no other view', () => {
  const ask = { type: 'query', query: 'سد' };
  assert.equal(after({ type: 'view', view: 'about' }, ask).view, 'documents');
  assert.equal(after({ type: 'view', view: 'names' }, ask).view, 'names');
});

test('what is chosen within a view is kept by its name, and null forgets it', () => {
  const choose = (value) => ({ type: 'option', name: 'figures.sort', value });
  assert.deepEqual(after(choose('low')).options, { 'figures.sort': 'low' });
  assert.deepEqual(after(choose('low'), choose(null)).options, {});
});

test('stepping to another sentence keeps the document and closes the card', () => {
  const state = after({ type: 'open', id: 'x', sentence: 1, from: 'hit-1' }, { type: 'card', card: 4 }, { type: 'sentence', sentence: 9 });
  assert.deepEqual([state.open, state.card, state.opening], [{ id: 'x', sentence: 9 }, null, 'hit-1']);
});

test('a search is remembered once it is asked for outright or opens a document, the last one first, each once', () => {
  const asked = (query) => [{ type: 'typed', query }, { type: 'submit' }];
  assert.deepEqual(after({ type: 'typed', query: 'سد' }).recent, []);
  const state = after(...asked('سد'), ...asked('جسر '), { type: 'typed', query: 'سد' }, { type: 'open', id: 'x', sentence: 1 });
  assert.deepEqual(state.recent, ['سد', 'جسر']);
  assert.deepEqual(reduce(state, { type: 'forget', query: 'سد' }).recent, ['جسر']);
  assert.deepEqual(reduce(state, { type: 'forget' }).recent, []);
});

test('only so many searches are remembered', () => {
  const actions = Array.from({ length: 40 }, (_, n) => [{ type: 'typed', query: `كلمة ${n}` }, { type: 'submit' }]).flat();
  assert.equal(after(...actions).recent.length, 12);
  assert.equal(after(...actions).recent[0], 'كلمة 39');
});

test('typing opens the offers, and a query from elsewhere closes them', () => {
  assert.equal(after({ type: 'typed', query: 'س' }).choosing, -1);
  assert.equal(after({ type: 'typed', query: 'س' }, { type: 'query', query: 'سد' }).choosing, null);
});

test('another query leaves what was like a document', () => {
  const liked = { type: 'like', like: { id: 'x' } };
  assert.deepEqual(after(liked).like, { id: 'x' });
  assert.equal(after(liked, { type: 'typed', query: 'سد' }).like, null);
});

test('the engine is asked in its own words', () => {
  assert.deepEqual(request(START).style, { language: 'arabic', months: 'levantine', digits: 'latin' });
  assert.equal(request(START).exact, false);
  assert.equal(request({ ...START, exact: 'on' }).exact, true);
});

test('listeners hear of changes only', () => {
  const store = createStore(START, (state, action) => (action.same ? state : { ...state }));
  let heard = 0;
  store.listen(() => (heard += 1));
  store.send({ same: true });
  store.send({ same: false });
  assert.equal(heard, 1);
});
