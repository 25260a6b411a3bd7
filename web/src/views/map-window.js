// The map's window: places over the ground, and the camera that looks at them. While the camera runs, what was drawn is only
// moved (gliding.js); of what no longer serves, one part is drawn anew in a frame. Once the camera rests all is laid out again.
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { theAtlas } from '../atlas.js';
import { fitted, mostOf, moved, readCamera, seenAt, written, zoomedAt } from '../camera.js';
import { clustered, radiusOf } from '../clusters.js';
import { widthOf } from '../fit.js';
import { glide, settle, sheetUnder } from '../gliding.js';
import { roomFor } from '../labels.js';
import { followMap } from '../map-gestures.js';
import { addedUp } from '../months.js';
import { isArrow, towards } from '../neighbour.js';
import { carries, isSharp, sheetFor } from '../sheet.js';
import { ground, groundNames } from './map-ground.js';
import { isPlaying } from './map-months.js';
import { labelOf } from './name-card.js';

/** How much one press of a zoom control changes the scale, and how far one press goes, as a share of the window. */
const ZOOM_STEP = 1.8;
const MOVE_STEP = 0.3;
/** Zooming in by less than this does not open a group of places. */
const OPENS = 1.3;
/** Marks are grouped anew under a camera that has run so many doublings of scale without a rest. */
const REGROUPED = 1;
/** Places of a group that its name tells. */
const SAID = 3;

// What a running gesture, the window's size and the focus need between two states of the page.
let shown = null;
let size = [0, 0];
let live = null;
let kept = null;
let cursor = null;
// What stands in the window: the ground's sheet, and the marks and names with the camera that they were laid out for.
let sheet = null;
let drawn = null;
let frame = 0;
let atlas = null;

/** The window's box, to be filled by `drawMap`. */
export function mapWindow({ t }) {
  return h('div', { class: 'map', id: 'map-window', key: 'map', dir: 'ltr', role: 'group', 'aria-label': t('map.window'), mounted: begin, onKeydown: onKey, 'data-playing': isPlaying(), held: true });
}

/** Draws the window. `places` are those of the selection that have a place on the map (`onMap`), with their events `count`ed and those that are shown `now`; `counting` where more may come. */
export function drawMap(places, counting, model, send) {
  shown = { places, counting, model, send };
  draw();
}

/** Gives the focus to the mark that had it last. */
export function focusMark() {
  (document.getElementById(cursor) ?? document.querySelector('.place[tabindex="0"]'))?.focus({ preventScroll: true });
}

function draw() {
  const box = document.getElementById('map-window');
  if (!box || !shown) return;
  cancelAnimationFrame(frame);
  frame = 0;
  const { places, counting, model } = shown;
  const { t } = model;
  const known = theAtlas(draw);
  atlas = known.atlas ?? null;
  patch(
    box,
    known.state === 'missing' && h('p', { class: 'map-notice', dir: 'auto' }, t('map.missing')),
    known.state === 'loading' && h('p', { class: 'map-notice', dir: 'auto' }, t('map.loading')),
    known.state === 'ready' && places.length === 0 && !counting && h('p', { class: 'map-notice', dir: 'auto' }, t('map.empty')),
    ...['map-ground', 'ground-names', 'places'].map((layer) => h('div', { class: layer, key: layer, 'aria-hidden': layer === 'places' ? null : 'true', held: true })),
    h('p', { class: 'map-hint', dir: 'auto', key: 'hint', 'aria-hidden': 'true' }, t('map.hint')),
    tools(t),
  );
  if (size[0] === 0) return;
  const camera = cameraNow();
  const stays = sheet && (live ? carries(sheet, camera, size) : isSharp(sheet, camera, size));
  if (!stays) sheet = sheetFor(camera, size);
  drawGround(box);
  drawMarks(box, camera);
  follow();
}

function drawGround(box) {
  patch(box.querySelector('.map-ground'), atlas && ground(atlas, sheet));
}

function drawMarks(box, camera) {
  const { model, places } = shown;
  const marks = marksOf(camera, model.state);
  const room = roomFor(size, marks);
  const labelled = marks.map((mark) => ({ ...mark, label: room.beside(mark, widthOf(labelOf(mark.places[0], model.state))) }));
  const stop = (labelled.find(({ key }) => key === cursor) ?? labelled[0])?.key;
  const nodes = {
    '.places': labelled.flatMap((mark) => [button(mark, mark.key === stop, model), label(mark, model)].filter(Boolean).map((node) => ({ at: mark.places[0].onMap, node }))),
    '.ground-names': atlas ? groundNames(atlas, camera, size, room, model.state.language, new Set(places.map(({ name }) => name))) : [],
  };
  if (drawn) settle(drawn);
  drawn = { camera, layers: [], pins: [], spread: false };
  for (const [name, pinned] of Object.entries(nodes)) {
    const layer = box.querySelector(name);
    patch(layer, pinned.map(({ node }) => node));
    drawn.layers.push(layer);
    // The elements stand in the order of their nodes.
    drawn.pins.push(...pinned.map(({ at }, place) => ({ at, element: layer.children[place] })));
  }
}

function cameraNow() {
  return live ?? readCamera(shown.model.state.options['map.at'], size) ?? home();
}

// Where most of what is told happened.
function home() {
  return fitted(mostOf(shown.places.map((place) => ({ at: place.onMap, weight: Math.max(place.count, 0.5) }))), size);
}

// Groups are made of all months, so that they stay while the months pass; so does the scale of their sizes, which is that of the
// largest group, in all months together or in its fullest one. A country does not take in its towns, and lies under them.
function marksOf(camera, { options }) {
  const seen = shown.places.map((place) => ({ ...place, at: seenAt(camera, place.onMap, size) })).filter(({ at: [x, y] }) => x > -40 && y > -40 && x < size[0] + 40 && y < size[1] + 40);
  const largest = Math.max(1, ...seen.map(({ count }) => count));
  const countries = new Set(atlas?.countries.map(({ ar }) => ar));
  const isWide = ({ name }) => countries.has(name);
  const groups = [...clustered(seen.filter(isWide), largest), ...clustered(seen.filter((place) => !isWide(place)), largest)];
  const counts = options['map.month'] === undefined ? groups.map(({ count }) => count) : groups.flatMap(({ places }) => addedUp(places.map(({ months }) => months)).map(([, count]) => count));
  const most = Math.max(1, ...counts);
  return groups.map((group) => {
    const now = group.places.reduce((sum, place) => sum + place.now, 0);
    return { ...group, key: `place-${group.places[0].name}`, now, radius: radiusOf(now, most), wide: isWide(group.places[0]), chosen: group.places.some(({ name }) => name === options['map.place']) };
  });
}

// A mark's places with their events, the first few of many.
function nameOf({ places }, { state, t }) {
  const said = places.slice(0, SAID).map((place) => `${labelOf(place, state)}${t('and.colon')} ${t('map.events', { n: place.now })}`);
  return [...said, places.length > SAID && t('map.more', { n: places.length - SAID })].filter(Boolean).join(t('and.comma'));
}

function button(mark, stop, model) {
  const { at, radius, key, now, places, wide, chosen } = mark;
  const name = nameOf(mark, model);
  return h(
    'button',
    {
      key,
      id: key,
      class: 'place',
      tabindex: stop ? '0' : '-1',
      'aria-label': name,
      // A country as a whole is not the point where it is drawn.
      'aria-pressed': places.length > 1 ? null : String(chosen),
      title: name,
      'data-many': places.length > 1,
      'data-still': now === 0,
      'data-wide': wide,
      'data-chosen': chosen,
      style: { 'inset-inline-start': `${at[0].toFixed(1)}px`, 'inset-block-start': `${at[1].toFixed(1)}px`, '--radius': `${radius.toFixed(1)}px` },
      onFocus: () => (cursor = key),
      onClick: () => open(mark),
    },
    h('span', { class: 'disc', 'data-count': places.length > 1 && radius > 9 && model.number(places.length) }),
  );
}

function label({ label: spot, places, key }, model) {
  return spot && h('span', { key: `${key} name`, class: 'place-name', 'aria-hidden': 'true', style: { 'inset-inline-start': `${spot[0].toFixed(1)}px`, 'inset-block-start': `${spot[1].toFixed(1)}px` } }, h('bdi', null, labelOf(places[0], model.state)));
}

// A place is shown beside the map; a group opens by coming closer, until its places can't be told apart.
function open({ places }) {
  const { model, send } = shown;
  const now = cameraNow();
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
  const go = (right, down) => () => rest(moved(cameraNow(), [right * MOVE_STEP * size[0], down * MOVE_STEP * size[1]], size));
  return h(
    'div',
    { class: 'map-tools', key: 'tools', role: 'group', 'aria-label': t('map.tools') },
    step('in', 'plus', () => rest(zoomedAt(cameraNow(), ZOOM_STEP, middle(), size))),
    step('out', 'minus', () => rest(zoomedAt(cameraNow(), 1 / ZOOM_STEP, middle(), size))),
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
    draw();
  };
  measure();
  new ResizeObserver(() => setTimeout(measure)).observe(box);
  followMap(box, {
    zoom: (factor, at) => move(zoomedAt(cameraNow(), factor, at, size)),
    move: (by) => move(moved(cameraNow(), by, size)),
    keep: () => (kept = cameraNow()),
    back: () => (live = kept),
    rest: () => live && rest(live),
    holds: (factor) => factor < 1 && zoomedAt(cameraNow(), factor, [0, 0], size).scale === cameraNow().scale,
  });
}

// Events come faster than frames.
function move(to) {
  live = to;
  frame ||= requestAnimationFrame(follow);
}

function follow() {
  frame = 0;
  const box = document.getElementById('map-window');
  if (!box || !drawn) return;
  const camera = cameraNow();
  if (!carries(sheet, camera, size)) {
    sheet = sheetFor(camera, size);
    drawGround(box);
  } else if (Math.abs(Math.log2(camera.scale / drawn.camera.scale)) > REGROUPED) {
    drawMarks(box, camera);
  }
  box.querySelector('.ground')?.style.setProperty('transform', sheetUnder(camera, sheet, size));
  glide(drawn, camera, size);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const place = shown.places.find(({ name }) => `place-${name}` === cursor);
  const at = place ? seenAt(cameraNow(), place.onMap, size) : size.map((length) => length / 2);
  const zooms = { '+': ZOOM_STEP, '=': ZOOM_STEP, '-': 1 / ZOOM_STEP };
  if (event.key in zooms) rest(zoomedAt(cameraNow(), zooms[event.key], at, size));
  else if (event.key === '0') rest(null);
  else if (isArrow(event.key)) walk(event);
  else return;
  event.preventDefault();
}

// To the next mark on that side; with Shift, or where there is none, the map moves.
function walk(event) {
  const marks = marksOf(cameraNow(), shown.model.state);
  const from = marks.find(({ key }) => key === document.activeElement?.id);
  const next = !event.shiftKey && from && towards(event.key, from, marks.filter(({ at: [x, y] }) => x > 0 && y > 0 && x < size[0] && y < size[1]));
  if (next) {
    cursor = next.key;
    draw();
    return document.getElementById(next.key)?.focus({ preventScroll: true });
  }
  const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  rest(moved(cameraNow(), [right * MOVE_STEP * size[0], down * MOVE_STEP * size[1]], size));
}
