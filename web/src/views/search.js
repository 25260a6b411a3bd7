// The search box, what narrows the archive, and a way in for the first visit.
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { FIELDS, isNarrowed } from '../state.js';
import { isoDay } from '../days.js';

export function renderSearch(root, model, send) {
  patch(root, box(model, send), isNarrowed(model.state) ? chips(model, send) : welcome(model, send), notes(model));
}

function box({ state, t }, send) {
  return h(
    'form',
    { role: 'search', class: 'search', onSubmit: (event) => event.preventDefault() },
    icon('search'),
    h('input', {
      id: 'query',
      type: 'search',
      // An empty field would take the left-to-right default, and its hint with it.
      dir: state.query === '' ? null : 'auto',
      autocomplete: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
      'aria-label': t('search'),
      'aria-keyshortcuts': state.shortcut === 'on' ? '/' : null,
      placeholder: t('search.placeholder'),
      value: state.query,
      onInput: (event) => send({ type: 'query', query: event.target.value }),
    }),
    state.query !== '' &&
      h('button', { type: 'button', class: 'plain square', 'aria-label': t('search.clear'), onClick: () => clearQuery(send) }, icon('close')),
  );
}

function clearQuery(send) {
  const field = document.getElementById('query');
  field.value = '';
  field.focus();
  send({ type: 'query', query: '' });
}

function welcome({ about, state, t }, send) {
  const description = state.language === 'en' ? (about.descriptionEn ?? about.description) : about.description;
  const examples = (about.examples ?? []).slice(0, 3);
  return h(
    'div',
    { class: 'welcome', key: 'welcome' },
    description && h('p', { dir: 'auto' }, description),
    examples.length > 0 &&
      h('p', { class: 'examples' }, t('examples'), ' ', examples.map((query) => h('button', { class: 'link', dir: 'auto', onClick: () => tryOut(query, send) }, query))),
  );
}

function tryOut(query, send) {
  const field = document.getElementById('query');
  field.value = query;
  field.focus();
  send({ type: 'query', query });
}

function chips(model, send) {
  const { state, t } = model;
  return h(
    'ul',
    { class: 'chips', key: 'chips', 'aria-label': t('filters') },
    FIELDS.flatMap((field) => state.facets[field].map((value) => facetChip(model, send, field, value))),
    state.span && chip(t('span.chip'), spanText(state.span), t, () => send({ type: 'span', span: null })),
    dateOffer(model, send),
    h('li', null, h('button', { class: 'link', onClick: () => clearAll(send) }, t('clear'))),
  );
}

function facetChip({ found, t }, send, field, value) {
  const values = found.facets.find((facet) => facet.field === field)?.values ?? [];
  const label = values.find((other) => other.value === value)?.label ?? value;
  return chip(t(`facet.${field}`), label, t, () => send({ type: 'facet', field, value }));
}

function chip(name, label, t, remove) {
  return h(
    'li',
    { key: `${name} ${label}` },
    h('button', { class: 'chip', 'aria-label': t('filter.remove', { name, label }), onClick: remove }, h('span', { class: 'quiet' }, name), h('bdi', null, label), icon('close')),
  );
}

function clearAll(send) {
  document.getElementById('query').value = '';
  document.getElementById('query').focus();
  send({ type: 'clear' });
}

/** A span as the reader may also type it. */
export function spanText([first, last]) {
  return `${isoDay(first)} – ${isoDay(last)}`;
}

function notes({ found, t, named }) {
  return found.notes.map(({ code, text }) => {
    const words = named('note', code);
    return h('p', { class: 'note', key: `${code} ${text}` }, words === code ? t('note') : words, ' ', h('bdi', null, text));
  });
}

/** The date that the query holds as a span to choose, until it is chosen. */
export function dateOffer({ found, state, t }, send) {
  if (!found.dateFilter) return null;
  const { first, last, label } = found.dateFilter;
  if (state.span?.[0] === first && state.span[1] === last) return null;
  return h('li', { key: 'date' }, h('button', { id: 'date-offer', class: 'chip offer', onClick: () => send({ type: 'span', span: [first, last] }) }, t('datefilter', { date: label })));
}
