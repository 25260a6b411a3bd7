// The map: the places of the selection over land, borders and rivers, sized by the events that name them; a brush of months; and
// beside it what the map can't show.
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { theAtlas } from '../atlas.js';
import { fitted, mostOf, moved, readCamera, seenAt, written, zoomedAt } from '../camera.js';
import { clustered, radiusOf } from '../clusters.js';
import { widthOf } from '../fit.js';
import { roomFor } from '../labels.js';
import { followMap } from '../map-gestures.js';
import { onMap } from '../mercator.js';
import { addedUp, countIn, totalOf } from '../months.js';
import { isArrow, towards } from '../neighbour.js';
import { ground } from './map-ground.js';
import { isPlaying, monthBrush, monthNow } from './map-months.js';
import { labelOf, nameCard } from './name-card.js';

/** How much one press of a zoom control changes the scale, and how far one press goes, as a share of the window. */
const ZOOM_STEP = 1.8;
const MOVE_STEP = 0.3;
/** Zooming in by less than this does not open a group of places. */
const OPENS = 1.3;
/** Places of a group that its name tells. */
const SAID = 3;
/** Places without a position that are listed at first. */
const LISTED = 12;

// What a running gesture, the window's size and the focus need between two states of the page.
let shown = null;
let size = [0, 0];
let live = null;
let kept = null;
let cursor = null;

export function renderMap(root, model, send) {
  const names = model.ask('names');
  shown = { root, model, send, places: placed(names.names, model.state) };
  draw(names);
}

function redraw() {
  if (shown?.root.isConnected) draw(shown.model.ask('names'));
}

function draw(names) {
  const { root, model, send, places } = shown;
  const { t, state } = model;
  const lost = names.names.filter((name) => name.kind === 'place' && name.latitude === null);
  const counting = names.pending.length > 0;
  const told = toldOf(places, t);
  const chosen = names.names.findIndex(({ name }) => name === state.options['map.place']);
  patch(
    root,
    h('h2', { class: 'unseen' }, t('view.map')),
    h('p', { class: 'tally' }, counting ? t('counting') : t('map.places', { n: places.length })),
    h('p', { class: 'unseen', role: 'status' }, !isPlaying() && monthNow(state) !== null && told),
    h(
      'div',
      { class: 'map-layout' },
      h('div', { class: 'map-main' }, mapWindow(counting, model), monthBrush(places.map(({ months }) => months), told, model, send, redraw), h('p', { class: 'quiet map-credit' }, t('map.credit'))),
      h('div', { class: 'map-side' }, chosen >= 0 && nameCard(names, chosen, model, send, hands(send)), unlocated(lost, model, send), placeList(places, model, send)),
    ),
  );
}

// Where the card goes, the focus is on the mark again that it was about.
function hands(send) {
  const choose = (value) => send({ type: 'option', name: 'map.place', value });
  return {
    choose: ({ name }) => choose(name),
    close: () => {
      choose(null);
      (document.getElementById(cursor) ?? document.querySelector('.place[tabindex="0"]'))?.focus({ preventScroll: true });
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

// In how many places something happened. Events are not added up: one may name several places.
function toldOf(places, t) {
  return t('map.told', { n: places.filter(({ now }) => now > 0).length });
}

function camera() {
  return live ?? readCamera(shown.model.state.options['map.at'], size) ?? home();
}

// Where most of what is told happened.
function home() {
  return fitted(mostOf(shown.places.map((place) => ({ at: place.onMap, weight: Math.max(place.count, 0.5) }))), size);
}

function mapWindow(counting, model) {
  const { t } = model;
  const { state: arrived, atlas } = theAtlas(redraw);
  return h(
    'div',
    { class: 'map', id: 'map-window', key: 'map', dir: 'ltr', role: 'group', 'aria-label': t('map.window'), mounted: begin, onKeydown: onKey, 'data-playing': isPlaying() },
    arrived === 'missing' && h('p', { class: 'map-notice', dir: 'auto' }, t('map.missing')),
    arrived === 'loading' && h('p', { class: 'map-notice', dir: 'auto' }, t('map.loading')),
    arrived === 'ready' && shown.places.length === 0 && !counting && h('p', { class: 'map-notice', dir: 'auto' }, t('map.empty')),
    size[0] > 0 && view(atlas, model),
    tools(t),
  );
}

function view(atlas, model) {
  const at = camera();
  const marks = marksOf(at, model.state);
  const room = roomFor(size, marks);
  const named = marks.map((mark) => ({ ...mark, label: room.beside(mark, widthOf(labelOf(mark.places[0], model.state))) }));
  const stop = (named.find(({ key }) => key === cursor) ?? named[0])?.key;
  return [atlas && ground(atlas, at, size, room, model.state.language, new Set(shown.places.map(({ name }) => name))), h('div', { class: 'places', key: 'places' }, named.map((mark) => [button(mark, mark.key === stop, model), label(mark, model)]))];
}

// Groups are made of all months, so that they stay while the months pass; so does the scale of their sizes, which is that of the
// largest group, in all months together or in its fullest one. A country does not take in its towns, and lies under them.
function marksOf(at, { options }) {
  const seen = shown.places.map((place) => ({ ...place, at: seenAt(at, place.onMap, size) })).filter(({ at: [x, y] }) => x > -40 && y > -40 && x < size[0] + 40 && y < size[1] + 40);
  const largest = Math.max(1, ...seen.map(({ count }) => count));
  const [wide, points] = [seen.filter(isCountry), seen.filter((place) => !isCountry(place))];
  const groups = [...clustered(wide, largest), ...clustered(points, largest)];
  const counts = options['map.month'] === undefined ? groups.map(({ count }) => count) : groups.flatMap(({ places }) => addedUp(places.map(({ months }) => months)).map(([, count]) => count));
  const most = Math.max(1, ...counts);
  return groups.map((group) => {
    const now = group.places.reduce((sum, place) => sum + place.now, 0);
    return { ...group, key: `place-${group.places[0].name}`, now, radius: radiusOf(now, most), chosen: group.places.some(({ name }) => name === options['map.place']) };
  });
}

// A mark's places with their events, the first few of many.
function nameOf({ places }, { state, t }) {
  const said = places.slice(0, SAID).map((place) => `${labelOf(place, state)}${t('and.colon')} ${t('map.events', { n: place.now })}`);
  return [...said, places.length > SAID && t('map.more', { n: places.length - SAID })].filter(Boolean).join(t('and.comma'));
}

function button(mark, stop, model) {
  const { at, radius, key, now, places, chosen } = mark;
  return h(
    'button',
    {
      key,
      id: key,
      class: 'place',
      tabindex: stop ? '0' : '-1',
      'aria-label': nameOf(mark, model),
      'aria-pressed': places.length > 1 ? null : String(chosen),
      title: nameOf(mark, model),
      'data-many': places.length > 1,
      'data-still': now === 0,
      'data-wide': isCountry(places[0]),
      'data-chosen': chosen,
      style: { 'inset-inline-start': `${at[0].toFixed(1)}px`, 'inset-block-start': `${at[1].toFixed(1)}px`, '--radius': `${radius.toFixed(1)}px` },
      onFocus: () => (cursor = key),
      onClick: () => open(mark),
    },
    h('span', { class: 'disc', 'data-count': places.length > 1 && radius > 9 && model.number(places.length) }),
  );
}

// A country as a whole is not the point where it is drawn.
function isCountry({ name }) {
  return theAtlas(redraw).atlas?.countries.some(({ ar }) => ar === name);
}

function label({ label: spot, places, key }, model) {
  return spot && h('span', { key: `${key} name`, class: 'place-name', 'aria-hidden': 'true', style: { 'inset-inline-start': `${spot[0].toFixed(1)}px`, 'inset-block-start': `${spot[1].toFixed(1)}px` } }, h('bdi', null, labelOf(places[0], model.state)));
}

// A place is shown beside the map; a group opens by coming closer, until its places can't be told apart.
function open({ places }) {
  const { model, send } = shown;
  const now = camera();
  const closer = fitted(places.map((place) => place.onMap), size);
  const parts = places.length > 1 && closer.scale > now.scale * OPENS;
  if (parts) return rest(closer);
  const [{ name }] = places;
  cursor = `place-${name}`;
  send({ type: 'option', name: 'map.place', value: model.state.options['map.place'] === name ? null : name });
}

function tools(t) {
  const step = (name, picture, act) => h('button', { key: name, class: 'plain square', 'aria-label': t(`map.${name}`), title: t(`map.${name}`), onClick: act }, icon(picture));
  const middle = () => size.map((length) => length / 2);
  const go = (right, down) => () => rest(moved(camera(), [right * MOVE_STEP * size[0], down * MOVE_STEP * size[1]], size));
  return h(
    'div',
    { class: 'map-tools', key: 'tools', role: 'group', 'aria-label': t('map.tools') },
    step('in', 'plus', () => rest(zoomedAt(camera(), ZOOM_STEP, middle(), size))),
    step('out', 'minus', () => rest(zoomedAt(camera(), 1 / ZOOM_STEP, middle(), size))),
    step('home', 'fit', () => rest(null)),
    step('west', 'left', go(-1, 0)),
    step('north', 'up', go(0, -1)),
    step('south', 'down', go(0, 1)),
    step('east', 'right', go(1, 0)),
  );
}

// Where the camera has come to rest is in the address; null: where it would be by itself.
function rest(at) {
  live = null;
  shown.send({ type: 'option', name: 'map.at', value: at && written(at) });
}

function begin(box) {
  const measure = () => {
    const now = [Math.round(box.clientWidth), Math.round(box.clientHeight)];
    if (now.join() === size.join()) return;
    size = now;
    redraw();
  };
  measure();
  new ResizeObserver(() => setTimeout(measure)).observe(box);
  followMap(box, {
    zoom: (factor, at) => move(zoomedAt(camera(), factor, at, size)),
    move: (by) => move(moved(camera(), by, size)),
    keep: () => (kept = camera()),
    back: () => (live = kept),
    rest: () => live && rest(live),
    holds: (factor) => factor < 1 && zoomedAt(camera(), factor, [0, 0], size).scale === camera().scale,
  });
}

function move(to) {
  live = to;
  redraw();
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const place = shown.places.find(({ name }) => `place-${name}` === cursor);
  const at = place ? seenAt(camera(), place.onMap, size) : size.map((length) => length / 2);
  const zooms = { '+': ZOOM_STEP, '=': ZOOM_STEP, '-': 1 / ZOOM_STEP };
  if (event.key in zooms) rest(zoomedAt(camera(), zooms[event.key], at, size));
  else if (event.key === '0') rest(null);
  else if (isArrow(event.key)) walk(event);
  else return;
  event.preventDefault();
}

// To the next mark on that side; with Shift, or where there is none, the map moves.
function walk(event) {
  const marks = marksOf(camera(), shown.model.state);
  const from = marks.find(({ key }) => key === document.activeElement?.id);
  const next = !event.shiftKey && from && towards(event.key, from, marks.filter(({ at: [x, y] }) => x > 0 && y > 0 && x < size[0] && y < size[1]));
  if (next) {
    cursor = next.key;
    redraw();
    return document.getElementById(next.key)?.focus({ preventScroll: true });
  }
  const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  rest(moved(camera(), [right * MOVE_STEP * size[0], down * MOVE_STEP * size[1]], size));
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
