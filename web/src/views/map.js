// The map: the places of the selection over land, borders and rivers, sized by the events that name them; a brush of months; and
// beside it what the map can't show.
import { h, patch } from '../element.js';
import { onMap } from '../mercator.js';
import { countIn, totalOf } from '../months.js';
import { isPlaying, monthBrush, monthNow } from './map-months.js';
import { drawMap, focusMark, mapWindow } from './map-window.js';
import { labelOf, nameCard } from './name-card.js';

/** Places without a position that are listed at first. */
const LISTED = 12;

export function renderMap(root, model, send) {
  const names = model.ask('names');
  const places = placed(names.names, model.state);
  const counting = names.pending.length > 0;
  const { t, state } = model;
  const lost = names.names.filter((name) => name.kind === 'place' && name.latitude === null);
  // In how many places something happened. Events are not added up: one may name several places.
  const told = t('map.told', { n: places.filter(({ now }) => now > 0).length });
  const chosen = names.names.findIndex(({ name }) => name === state.options['map.place']);
  const again = () => root.isConnected && renderMap(root, model, send);
  patch(
    root,
    h('h2', { class: 'unseen' }, t('view.map')),
    h('p', { class: 'tally' }, counting ? t('counting') : t('map.places', { n: places.length })),
    h('p', { class: 'unseen', role: 'status' }, !isPlaying() && monthNow(state) !== null && told),
    h(
      'div',
      { class: 'map-layout' },
      h('div', { class: 'map-main' }, mapWindow(model), monthBrush(places.map(({ months }) => months), told, model, send, again), h('p', { class: 'quiet map-credit' }, t('map.credit'))),
      h('div', { class: 'map-side' }, chosen >= 0 && nameCard(names, chosen, model, send, hands(send)), unlocated(lost, model, send), placeList(places, model, send)),
    ),
  );
  drawMap(places, counting, model, send);
}

// Where the card goes, the focus is on the mark again that it was about.
function hands(send) {
  const choose = (value) => send({ type: 'option', name: 'map.place', value });
  return {
    choose: ({ name }) => choose(name),
    close: () => {
      choose(null);
      focusMark();
    },
  };
}

// The places that have a place on the map, with the events that their marks stand for: of all months, or of one.
function placed(names, state) {
  const month = monthNow(state);
  return names
    .filter(({ kind, latitude, longitude }) => kind === 'place' && latitude !== null && longitude !== null)
    .map((name) => ({ ...name, onMap: onMap([name.longitude, name.latitude]), count: totalOf(name.months), now: month === null ? totalOf(name.months) : countIn(name.months, month) }));
}

function unlocated(lost, model, send) {
  const { t } = model;
  if (lost.length === 0) return null;
  const all = model.state.options['map.unlocated'] === 'all';
  const sorted = [...lost].sort((one, other) => totalOf(other.months) - totalOf(one.months));
  return h(
    'section',
    { key: 'unlocated', 'aria-labelledby': 'map-unlocated' },
    h('h3', { id: 'map-unlocated' }, t('map.unlocated', { n: lost.length })),
    h('p', { class: 'quiet' }, t('map.unlocated.why')),
    h('ul', { class: 'name-list' }, (all ? sorted : sorted.slice(0, LISTED)).map((name) => listed(name, model, send))),
    sorted.length > LISTED && h('button', { class: 'link', id: 'map-unlocated-all', 'aria-expanded': String(all), onClick: () => send({ type: 'option', name: 'map.unlocated', value: all ? null : 'all' }) }, all ? t('facet.fewer') : t('facet.all', { n: sorted.length })),
  );
}

// The map's twin: all places by their events.
function placeList(places, model, send) {
  const { t } = model;
  if (places.length === 0) return null;
  const sorted = [...places].sort((one, other) => other.now - one.now || other.count - one.count);
  return h('details', { key: 'list', class: 'map-list' }, h('summary', null, t('map.list')), h('ul', { class: 'name-list' }, sorted.map((name) => listed({ ...name, shown: name.now }, model, send))));
}

function listed(name, model, send) {
  const key = `listed-${name.name}`;
  return h(
    'li',
    { key },
    h('button', { id: key, class: 'option', 'aria-pressed': String(model.state.options['map.place'] === name.name), onClick: () => send({ type: 'option', name: 'map.place', value: model.state.options['map.place'] === name.name ? null : name.name }) }, h('bdi', { class: 'option-label' }, labelOf(name, model.state)), h('span', { class: 'count' }, model.number(name.shown ?? totalOf(name.months)))),
  );
}
