// What the selection can be taken away as. Each form names the rows that it is made of, its file's ending and type, and how it
// is written.
import { bibtex } from './bibtex.js';
import { csv } from './table.js';
import { geojson } from './geojson.js';
import { ics } from './ics.js';
import { ris } from './ris.js';
import { timelinejs } from './timelinejs.js';

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** All forms but those that need the page: `write({ about, …rows }, kind)` gives the file's text, `kind` says which where it takes any. */
export const FORMATS = {
  // The mark at the beginning is what tells spreadsheets that the letters are UTF-8.
  csv: { rows: null, type: 'text/csv', ending: 'csv', write: (given, kind) => `\ufeff${csv(kind, given[kind])}` },
  json: { rows: null, type: 'application/json', ending: 'json', write: (given, kind) => json(given[kind]) },
  geojson: { rows: 'events', type: 'application/geo+json', ending: 'geojson', write: ({ events }) => json(geojson(events)) },
  ics: { rows: 'events', type: 'text/calendar', ending: 'ics', write: ({ about, events }) => ics(about, events) },
  timelinejs: { rows: 'events', type: 'application/json', ending: 'timelinejs.json', write: ({ about, events }) => json(timelinejs(about, events)) },
  bibtex: { rows: 'documents', type: 'application/x-bibtex', ending: 'bib', write: ({ references }) => bibtex(references) },
  ris: { rows: 'documents', type: 'application/x-research-info-systems', ending: 'ris', write: ({ references }) => ris(references) },
};
