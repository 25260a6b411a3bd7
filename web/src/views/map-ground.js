// What lies under the places: land, lakes, rivers, borders, and the names of rivers and countries.
import { h } from '../element.js';
import { widthOf } from '../fit.js';
import { seenAt } from '../camera.js';
import { linesOn, ringsOn, sheetUnder } from '../sheet.js';

/** Rivers are named from this many pixels a degree on, by their rank. */
const RIVERS = { 1: 14, 2: 22, 3: 34 };
/** Two names of one river stand at least so many pixels apart. */
const APART = 260;

let last = { key: null, paths: null };

/** The drawing under a camera; names take the room that places have left, and leave out what is itself a place there. */
export function ground(atlas, camera, size, room, language, places) {
  const sheet = sheetUnder(camera, size);
  if (last.key !== sheet.key) last = { key: sheet.key, paths: pathsOn(sheet, atlas) };
  const [x, y] = seenAt(camera, [sheet.x, sheet.y], size);
  return h(
    'svg',
    { class: 'ground', key: 'ground', viewBox: `0 0 ${size[0]} ${size[1]}`, 'aria-hidden': 'true' },
    h('g', { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${(camera.scale / sheet.scale).toFixed(5)})` }, Object.entries(last.paths).map(([name, d]) => h('path', { key: name, class: name, d }))),
    riverNames(atlas.waters, camera, size, room, language),
    countryNames(atlas.countries.filter(({ ar }) => !places.has(ar)), camera, size, room, language),
  );
}

function pathsOn(sheet, atlas) {
  return { land: ringsOn(sheet, atlas.land), lakes: ringsOn(sheet, atlas.lakes), rivers: linesOn(sheet, atlas.rivers), borders: linesOn(sheet, atlas.borders) };
}

function riverNames(waters, camera, size, room, language) {
  const named = [];
  return waters
    .filter(({ rank }) => camera.scale > RIVERS[rank])
    .map((river, place) => {
      const [x, y] = seenAt(camera, river.at, size);
      if (named.some((other) => other.en === river.en && Math.hypot(other.x - x, other.y - y) < APART)) return null;
      const shown = name(`river-${place}`, 'river-name', river[language], [x, y - 9], room);
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
    return name(`country-${country.en}`, 'country-name', text, seenAt(camera, country.at, size), room);
  });
}

function name(key, kind, text, [x, y], room) {
  const width = widthOf(text) * 1.05;
  const spot = room.centred([x, y], width);
  return spot && h('text', { key, class: kind, x: (spot[0] + width / 2).toFixed(1), y: (spot[1] + 13).toFixed(1) }, text);
}
