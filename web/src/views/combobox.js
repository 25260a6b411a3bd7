// The search field and the list of what it offers while the reader types: a combobox by the ARIA pattern. The focus stays
// in the field; the list lies over the page and moves nothing.
import { h } from '../element.js';
import { icon } from '../icons.js';

export function combobox(model, send) {
  const { state, offers, t } = model;
  const open = offers.length > 0;
  const chosen = offers[state.choosing] && `offer-${state.choosing}`;
  return h(
    'div',
    { class: 'combobox', key: 'combobox' },
    h('input', {
      id: 'query',
      type: 'text',
      role: 'combobox',
      // An empty field would take the left-to-right default, and its hint with it.
      dir: state.query === '' ? null : 'auto',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      enterkeyhint: 'search',
      'aria-label': t('search'),
      'aria-keyshortcuts': state.shortcut === 'on' ? '/' : null,
      'aria-autocomplete': 'list',
      'aria-expanded': String(open),
      'aria-controls': open ? 'offers' : null,
      'aria-activedescendant': chosen || null,
      placeholder: t('search.placeholder'),
      value: state.query,
      onInput: ({ target }) => send({ type: endsThere(target) ? 'typed' : 'query', query: target.value }),
      onClick: ({ target }) => target.value === '' && state.choosing === null && send({ type: 'choosing', choosing: -1 }),
      onKeydown: (event) => onKey(event, model, send),
      onBlur: (event) => leave(event, state, send),
    }),
    open && list(model, send),
  );
}

// The list goes when the focus leaves field and list.
function leave({ currentTarget, relatedTarget }, { choosing }, send) {
  if (choosing !== null && !currentTarget.closest('.combobox').contains(relatedTarget)) send({ type: 'choosing', choosing: null });
}

// Only the word at the end is completed, so the list would be in the way of a correction further in.
function endsThere({ value, selectionStart }) {
  return selectionStart === value.length;
}

function list(model, send) {
  const { offers, state, t } = model;
  const recent = offers[0].recent;
  return h(
    'div',
    // A press here must not take the focus from the field.
    { class: 'offers', key: 'offers', onMousedown: (event) => event.preventDefault() },
    h(
      'ul',
      { id: 'offers', role: 'listbox', 'aria-label': t(recent ? 'recent' : 'offers') },
      offers.map((offer, place) => option(offer, place, model, send)),
    ),
    recent && h('p', { class: 'offers-foot' }, t('recent.where'), ' ', h('button', { type: 'button', id: 'recent-clear', class: 'link', onClick: () => forgetAll(send), onBlur: (event) => leave(event, state, send) }, t('recent.clear'))),
  );
}

function option(offer, place, { about, state, number, t }, send) {
  const { text, label, count, recent } = offer;
  return h(
    'li',
    {
      key: `${text} ${label ?? ''}`,
      id: `offer-${place}`,
      role: 'option',
      class: 'option-row',
      'aria-selected': String(place === state.choosing),
      'aria-description': recent ? t('recent.delete') : null,
      onClick: () => take(offer, send),
    },
    recent && icon('again'),
    h('bdi', { class: 'offer-text', lang: about.language }, text),
    label && h('bdi', { class: 'quiet' }, label),
    count !== undefined && h('span', { class: 'count', 'aria-hidden': 'true' }, number(count)),
    recent && h('span', { class: 'forget', title: t('recent.forget'), onClick: (event) => forget(event, text, send) }, icon('close')),
  );
}

function take({ query, recent }, send) {
  const field = document.getElementById('query');
  field.value = query;
  field.focus();
  field.setSelectionRange(query.length, query.length);
  send({ type: 'query', query });
  if (recent) send({ type: 'submit' });
}

function forget(event, query, send) {
  event.stopPropagation();
  send({ type: 'forget', query });
}

function forgetAll(send) {
  document.getElementById('query').focus();
  send({ type: 'forget' });
}

function onKey(event, model, send) {
  // Keys pressed while a word is being composed belong to the keyboard.
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
  const act = actions[event.key]?.(model, send, event);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

// What a key does in the field; nothing where it is the field's own.
const actions = {
  ArrowDown: (model, send) => () => move(model, 1, send),
  ArrowUp: (model, send) => model.offers.length > 0 && (() => move(model, -1, send)),
  Enter: ({ offers, state }, send) => () => (offers[state.choosing] ? take(offers[state.choosing], send) : send({ type: 'submit' })),
  Tab: ({ offers, state }, send, { shiftKey }) => !shiftKey && offers[state.choosing] && (() => take(offers[state.choosing], send)),
  Escape: ({ offers }, send) => offers.length > 0 && (() => send({ type: 'choosing', choosing: null })),
  Delete: ({ offers, state }, send) => offers[state.choosing]?.recent && (() => send({ type: 'forget', query: offers[state.choosing].query })),
};

// Round through the offers and, between the last and the first, the reader's own words.
function move({ offers, state }, step, send) {
  if (state.choosing === null) return send({ type: 'choosing', choosing: -1 });
  const rounds = offers.length + 1;
  const next = ((state.choosing + 1 + step + rounds) % rounds) - 1;
  send({ type: 'choosing', choosing: next });
  document.getElementById(`offer-${next}`)?.scrollIntoView({ block: 'nearest' });
}
