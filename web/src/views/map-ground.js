// What lies under the places: land, lakes, rivers, borders, and the names of rivers and countries.
import { h } from '../element.js';
import { widthOf } from '../fit.js';
import { seenAt } from '../camera.js';
import { FINE, linesOn, ringsOn } from '../sheet.js';

/** From this many pixels a degree on divisions are large enough to be told apart. */
const DIVISIONS = 20;
/** Rivers are named from this many pixels a degree on, by their rank. */
const RIVERS = { 1: 14, 2: 22, 3: 34 };
/** Two names of one river stand at least so many pixels apart. */
const APART = 260;

let last = { sheet: null, paths: null };

/** The drawing on a sheet; where it stands in the window is set by who moves it. */
export function ground(atlas, sheet) {
  if (last.sheet !== sheet) last = { sheet, paths: pathsOn(sheet, atlas) };
  const [width, height] = sheet.size;
  const viewBox = [-width / 2, -height / 2, width, height].map((length) => length * FINE).join(' ');
  return h('svg', { class: 'ground', key: 'ground', width, height, viewBox, 'aria-hidden': 'true' }, Object.entries(last.paths).map(([name, d]) => h('path', { key: name, class: name, d })));
}

function pathsOn(sheet, { land, divisions, lakes, rivers, borders }) {
  return {
    land: ringsOn(sheet, land),
    divisions: sheet.scale < DIVISIONS ? '' : linesOn(sheet, divisions),
    lakes: ringsOn(sheet, lakes),
    rivers: linesOn(sheet, rivers),
    borders: linesOn(sheet, borders),
  };
}

/** The names of rivers and countries with their places on the map, `{ at, node }`: they take the room that places have left, and leave out what is itself a place there. */
export function groundNames({ waters, countries }, camera, size, room, language, places) {
  return [...riverNames(waters, camera, size, room, language), ...countryNames(countries.filter(({ ar }) => !places.has(ar)), camera, size, room, language)].filter(Boolean);
}

function riverNames(waters, camera, size, room, language) {
  const named = [];
  return waters
    .filter(({ rank }) => camera.scale > RIVERS[rank])
    .map((river, place) => {
      const [x, y] = seenAt(camera, river.at, size);
      if (named.some((other) => other.en === river.en && Math.hypot(other.x - x, other.y - y) < APART)) return null;
      const shown = name(`river-${place}`, 'river-name', river[language], river.at, [x, y - 9], room);
      if (shown) named.push({ en: river.en, x, y });
      return shown;
    });
}

// A country is named where its name fits into it.
function countryNames(countries, camera, size, room, language) {
  return countries.map((country) => {
    const width = country.width * camera.scale;
    if (width < 40) return null;
    const text = country[language];
    if (widthOf(text) > width * 0.9) return null;
    return name(`country-${country.en}`, 'country-name', text, country.at, seenAt(camera, country.at, size), room);
  });
}

function name(key, kind, text, at, [x, y], room) {
  const spot = room.centred([x, y], widthOf(text) * 1.05);
  return spot && { at, node: h('span', { key, class: kind, style: { 'inset-inline-start': `${spot[0].toFixed(1)}px`, 'inset-block-start': `${spot[1].toFixed(1)}px` } }, h('bdi', null, text)) };
}
