// What narrows the search, each with its way out.
import { h } from '../element.js';
import { icon } from '../icons.js';
import { FIELDS } from '../state.js';
import { isoDay } from '../days.js';
import { labelOf } from './facets.js';
import { startOver } from './nothing.js';
import { ask } from './search.js';

/** The chips, or nothing where only a query narrows the archive: the box itself clears that. */
export function chips(model, send) {
  const { state, t } = model;
  const all = [
    FIELDS.flatMap((field) => state.facets[field].map((value) => facetChip(model, send, field, value))),
    querySpan(model, send),
    state.span && chip(t('span.chip'), spanText(state.span), t, () => send({ type: 'span', span: null })),
    state.exact === 'on' && chip(t('exact.chip'), t('exact.on'), t, () => send({ type: 'exact', exact: 'off' })),
    dateOffer(model, send),
  ].flat().filter(Boolean);
  if (all.length === 0) return null;
  return h(
    'ul',
    { class: 'chips', key: 'chips', 'aria-label': t('filters') },
    all,
    h('li', { key: 'all' }, h('button', { class: 'link', onClick: () => startOver(send) }, t('clear'))),
  );
}

function facetChip({ found, named, t }, send, field, value) {
  const values = found.facets.find((facet) => facet.field === field)?.values ?? [];
  const label = labelOf(field, values.find((other) => other.value === value) ?? { value }, named);
  return chip(t(`facet.${field}`), label, t, () => send({ type: 'facet', field, value }));
}

// The span that the query's own from: and to: say; without it the query goes on.
function querySpan({ found, t }, send) {
  if (!found.querySpan) return null;
  const { label, without } = found.querySpan;
  return chip(t('span.query'), label, t, () => ask(without, send));
}

function chip(name, label, t, remove) {
  return h(
    'li',
    { key: `${name} ${label}` },
    h('button', { class: 'chip', 'aria-label': t('filter.remove', { name, label }), onClick: remove }, h('span', { class: 'quiet' }, name), h('bdi', null, label), icon('close')),
  );
}

/** A span as the reader may also type it. */
export function spanText([first, last]) {
  return `${isoDay(first)} – ${isoDay(last)}`;
}

/** The date that the query holds as a span to choose, until it is chosen. */
export function dateOffer({ found, state, t }, send) {
  if (!found.dateFilter) return null;
  const { first, last, label } = found.dateFilter;
  if (state.span?.[0] === first && state.span[1] === last) return null;
  return h('li', { key: 'date' }, h('button', { id: 'date-offer', class: 'chip offer', onClick: () => send({ type: 'span', span: [first, last] }) }, t('datefilter', { date: label })));
}
