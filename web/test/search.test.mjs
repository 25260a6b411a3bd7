import { test } from 'node:test';
import assert from 'node:assert/strict';
import { START, reduce } from '../src/state.js';
import { dateOffer } from '../src/views/chips.js';

const MARCH = { first: 737_119, last: 737_149, label: 'آذار 2019' };
const offered = (state, dateFilter, send) => dateOffer({ found: { dateFilter }, state, t: (key, { date }) => `${key} ${date}` }, send);

test('a date in the query is offered once, and choosing it sets the span', () => {
  let state = { ...START, query: 'مارس 2019' };
  const [button] = offered(state, MARCH, (action) => (state = reduce(state, action))).children;
  assert.deepEqual(button.children, ['datefilter آذار 2019']);
  button.props.onClick();
  assert.deepEqual(state.span, [737_119, 737_149]);
  assert.equal(offered(state, MARCH), null);
});

test('a query without a date offers nothing', () => {
  assert.equal(offered({ ...START, query: 'سد' }, null), null);
});
