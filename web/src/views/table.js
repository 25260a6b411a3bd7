// A table that sorts by its heads and, where the page is narrow, stands as cards: every cell then says what it is. Roles are
// written out because such a layout takes them away.
import { h } from '../element.js';
import { icon } from '../icons.js';
import { nextOrder, orderOf, sorted } from '../sorting.js';

/** Rows shown at first, and added by each request for more. */
const ROWS = 50;

/**
 * A table called `name`, whose order is the option `name.sort` and whose length `name.rows`. A column is `{ name, label, cell(row),
 * by(row) }`; one without `by` does not sort. `key(row)` tells rows apart.
 */
export function table({ name, caption, columns, rows, key }, model, send) {
  const { state, t } = model;
  const order = orderOf(state.options[`${name}.sort`], columns);
  const limit = Number(state.options[`${name}.rows`]) || ROWS;
  const all = sorted(rows, order, state.language);
  return [
    h(
      'table',
      { class: 'table', key: `table-${name}`, role: 'table', 'aria-label': caption },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map((column) => head(column, name, order, t, send)))),
      h('tbody', { role: 'rowgroup' }, all.slice(0, limit).map((row) => h('tr', { key: key(row), role: 'row' }, columns.map((column) => cell(column, row))))),
    ),
    all.length > limit && h('button', { key: 'more', id: `${name}-more`, class: 'more', onClick: () => send({ type: 'option', name: `${name}.rows`, value: String(limit + ROWS) }) }, t('more', { n: all.length - limit })),
  ];
}

function head(column, table, order, t, send) {
  const { name, label, by } = column;
  const here = order?.column === column;
  const sort = here ? (order.down ? 'descending' : 'ascending') : 'none';
  const next = nextOrder(order, name);
  return h(
    'th',
    { key: name, scope: 'col', role: 'columnheader', 'aria-sort': by ? sort : null },
    by
      ? h('button', { id: `${table}-by-${name}`, class: 'sort', onClick: () => send({ type: 'option', name: `${table}.sort`, value: next }) }, label, h('span', { class: 'sort-sign', 'data-sort': sort }, icon(here && order.down ? 'down' : 'up')))
      : label,
  );
}

function cell({ name, label, cell: content }, row) {
  const shown = content(row);
  return h('td', { key: name, role: 'cell', class: `cell-${name}`, 'data-empty': shown === null || shown === false }, h('span', { class: 'cell-label', 'aria-hidden': 'true' }, label), h('div', null, shown));
}
