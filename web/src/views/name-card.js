// One name: how often, when, where, with whom; and the way to what tells of it.
import { h } from '../element.js';
import { icon } from '../icons.js';
import { extentOf, totalOf } from '../months.js';
import { sparkline } from './sparkline.js';

/** The card of the name at `place` of the engine's answer. `hands.choose(name)` shows another one, `hands.close()` none. */
export function nameCard({ names }, place, model, send, hands) {
  const { t, number, state } = model;
  const name = names[place];
  const months = extentOf(names.map((other) => other.months));
  return h(
    'section',
    { class: 'name-card', key: 'card', mounted: bringIntoSight, 'aria-labelledby': 'name-card-heading', onKeydown: (event) => onEscape(event, hands.close) },
    h('header', null, h('h3', { id: 'name-card-heading' }, h('bdi', null, labelOf(name, state))), h('button', { id: 'name-card-close', class: 'plain square', 'aria-label': t('name.close'), title: t('name.close'), onClick: hands.close }, icon('close'))),
    h('p', { class: 'quiet' }, t(`name.${name.kind}`), !name.known && ` · ${t('name.candidate')}`),
    h(
      'dl',
      null,
      pair(t('name.documents'), number(name.documents)),
      pair(t('name.events'), number(totalOf(name.months))),
      name.kind === 'place' && pair(t('name.where'), name.latitude === null ? h('span', { class: 'unknown' }, t('name.nowhere')) : h('bdi', { dir: 'ltr' }, degrees(name))),
      name.source && pair(t('name.source'), h('bdi', { lang: 'en' }, name.source)),
    ),
    months && name.months.length > 0 && sparkline(name.months, months, Math.max(...name.months.map(([, count]) => count)), model),
    h('p', null, narrowButton(name, 'narrow-card', t('name.narrow'), model, send)),
    name.with.length > 0 && [
      h('h4', null, t('name.with')),
      h('ul', { class: 'name-list' }, name.with.map(([other, documents]) => names[other] && listed(names[other], documents, model, hands))),
    ],
  );
}

/** With less of a card than this many pixels in the window nobody sees that it came. */
const GLIMPSE = 96;
/** It is brought so far down the window. */
const PLACE = 0.4;

// In one column it stands below the map that it was called from, of which some stays in sight.
function bringIntoSight(card) {
  const { top } = card.getBoundingClientRect();
  if (top > innerHeight - GLIMPSE) scrollBy(0, top - innerHeight * PLACE);
}

function onEscape(event, close) {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  close();
}

/** A name in the interface's language. */
export function labelOf({ name, label, labelEn }, { language }) {
  return language === 'en' ? (labelEn ?? label) : name;
}

/** A button that holds the search to what names this, or lets it go again. */
export function narrowButton(name, key, label, { state, t }, send) {
  const pressed = String(isNarrowedTo(name, state));
  return h('button', { id: key, class: 'bordered', 'aria-pressed': pressed, 'aria-label': `${label}${t('and.colon')} ${labelOf(name, state)}`, onClick: () => narrow(name, state, send) }, label);
}

// Places and parties are filters; people are searched for by name.
function isNarrowedTo({ kind, name }, { facets, query }) {
  return facets[kind] ? facets[kind].includes(name) : query === phrase(name);
}

function narrow({ kind, name }, state, send) {
  if (state.facets[kind]) return send({ type: 'facet', field: kind, value: name });
  const query = state.query === phrase(name) ? '' : phrase(name);
  document.getElementById('query').value = query;
  send({ type: 'query', query });
}

function phrase(name) {
  return `"${name}"`;
}

function listed(name, documents, { state, number, t }, hands) {
  const key = `with-${name.kind}-${name.name}`;
  return h(
    'li',
    { key },
    h(
      'button',
      { id: key, class: 'option', onClick: () => hands.choose(name) },
      h('bdi', { class: 'option-label' }, labelOf(name, state)),
      h('span', { class: 'count' }, h('span', { class: 'unseen' }, ` ${t('documents', { n: documents })}`), h('span', { 'aria-hidden': 'true' }, number(documents))),
    ),
  );
}

function pair(name, value) {
  return h('div', { key: name }, h('dt', null, name), h('dd', null, value));
}

function degrees({ latitude, longitude }) {
  const side = (value, positive, negative) => `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  return `${side(latitude, 'N', 'S')}, ${side(longitude, 'E', 'W')}`;
}
