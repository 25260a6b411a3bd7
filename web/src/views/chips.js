// What narrows the search, each with its way out.
import { h } from '../element.js';
import { icon } from '../icons.js';
import { spanLabel } from '../span-label.js';
import { FIELDS } from '../state.js';
import { labelOf } from './facets.js';
import { startOver } from './nothing.js';
import { ask } from './search.js';

/** The chips, or nothing where only a query narrows the archive: the box itself clears that. */
export function chips(model, send) {
  const { state, t } = model;
  const all = [
    FIELDS.flatMap((field) => state.facets[field].map((value) => facetChip(model, send, field, value))),
    querySpan(model, send),
    state.span && chip(t('span.chip'), spanLabel(state.span, model), t, () => send({ type: 'span', span: null })),
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

/** What was asked and what narrows it, in words, for what leaves the page. */
export function asked(model) {
  const { state } = model;
  const facets = FIELDS.flatMap((field) => state.facets[field].map((value) => facetLabel(field, value, model)));
  return [...new Set([state.query.trim(), ...facets, state.span && spanLabel(state.span, model)])].filter(Boolean);
}

function facetChip(model, send, field, value) {
  const { t } = model;
  return chip(t(`facet.${field}`), facetLabel(field, value, model), t, () => send({ type: 'facet', field, value }));
}

function facetLabel(field, value, { found, named }) {
  const values = found.facets.find((facet) => facet.field === field)?.values ?? [];
  return labelOf(field, values.find((other) => other.value === value) ?? { value }, named);
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

/** The date that the query holds as a span to choose, until it is chosen. */
export function dateOffer({ found, state, t }, send) {
  if (!found.dateFilter) return null;
  const { first, last, label } = found.dateFilter;
  if (state.span?.[0] === first && state.span[1] === last) return null;
  return h('li', { key: 'date' }, h('button', { id: 'date-offer', class: 'chip offer', onClick: () => send({ type: 'span', span: [first, last] }) }, t('datefilter', { date: label })));
}
