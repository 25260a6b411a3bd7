import { test } from 'node:test';
import assert from 'node:assert/strict';
import { START } from '../src/state.js';
import { combobox } from '../src/views/combobox.js';

const OFFERS = ['نهر', 'نهضة'].map((text) => ({ text, query: `${text} `, kind: 'word', count: 2, label: null }));
const model = (choosing, offers = OFFERS) => ({ state: { ...START, query: 'نه', choosing }, offers, about: { language: 'ar' }, t: (key) => key, number: String });

// What a key sends, and whether the field itself would still act on it.
function press(key, shown, more = {}) {
  globalThis.document = { getElementById: () => ({ focus() {}, setSelectionRange() {}, scrollIntoView() {} }) };
  const sent = [];
  let own = true;
  const field = combobox(shown, (action) => sent.push(action)).children[0];
  field.props.onKeydown({ key, preventDefault: () => (own = false), stopPropagation() {}, ...more });
  return { sent, own };
}

test('arrows go round through the offers and what was typed', () => {
  const next = (key, choosing) => press(key, model(choosing)).sent[0].choosing;
  assert.deepEqual([-1, 0, 1].map((at) => next('ArrowDown', at)), [0, 1, -1]);
  assert.deepEqual([-1, 0, 1].map((at) => next('ArrowUp', at)), [1, -1, 0]);
});

test('Enter and Tab take the chosen offer; Tab without one goes on', () => {
  assert.deepEqual(press('Enter', model(1)).sent, [{ type: 'query', query: 'نهضة ' }]);
  assert.deepEqual(press('Tab', model(0)), { sent: [{ type: 'query', query: 'نهر ' }], own: false });
  assert.deepEqual(press('Tab', model(-1)), { sent: [], own: true });
  assert.deepEqual(press('Tab', model(0), { shiftKey: true }), { sent: [], own: true });
});

test('Enter without an offer asks outright', () => {
  assert.deepEqual(press('Enter', model(-1)).sent, [{ type: 'submit' }]);
});

test('Escape closes the list first, and is the page’s when there is none', () => {
  assert.deepEqual(press('Escape', model(0)), { sent: [{ type: 'choosing', choosing: null }], own: false });
  assert.deepEqual(press('Escape', model(null, [])), { sent: [], own: true });
});

test('keys of a word that is being composed are left alone', () => {
  assert.deepEqual(press('Enter', model(0), { isComposing: true }), { sent: [], own: true });
});

test('Delete forgets a recent search, and nothing else', () => {
  const recent = [{ text: 'سد', query: 'سد', recent: true }];
  assert.deepEqual(press('Delete', model(0, recent)).sent, [{ type: 'forget', query: 'سد' }]);
  assert.deepEqual(press('Delete', model(0)).sent, []);
});

test('the field names what is chosen', () => {
  const props = (choosing, offers) => combobox(model(choosing, offers), () => {}).children[0].props;
  assert.equal(props(1)['aria-activedescendant'], 'offer-1');
  assert.equal(props(-1)['aria-activedescendant'], null);
  assert.deepEqual([props(-1)['aria-expanded'], props(null, [])['aria-expanded']], ['true', 'false']);
});
