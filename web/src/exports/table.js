// Rows as a table: CSV as RFC 4180 has it, with the columns of the program's own export.
import { isoDay } from '../days.js';

const join = (words) => words.join('; ');
const day = (number) => (number === null ? '' : isoDay(number));

/** The columns of each kind of rows: a head, and what a row has there. */
const COLUMNS = {
  events: {
    document: ({ id }) => id,
    sentence: ({ sentence }) => sentence,
    date: ({ date }) => date,
    edtf: ({ edtf }) => edtf,
    first: ({ first }) => day(first),
    last: ({ last }) => day(last),
    how: ({ how }) => how,
    inherited: ({ inherited }) => inherited,
    doubts: ({ doubts }) => join(doubts),
    kind: ({ kind }) => kind,
    headline: ({ headline }) => headline,
    places: ({ places }) => join(places.map(({ name }) => name)),
    parties: ({ parties }) => join(parties.map(({ name }) => name)),
    agents: ({ agents }) => join(agents),
    patients: ({ patients }) => join(patients),
    said_by: ({ attribution }) => attribution?.text,
    saying: ({ attribution }) => attribution?.saying,
    happening: ({ happening }) => happening,
    sources: ({ sources }) => sources,
    rule: ({ rule }) => rule,
    title: ({ title }) => title,
    outlet: ({ outlet }) => outlet,
    url: ({ url }) => url,
  },
  figures: {
    document: ({ id }) => id,
    sentence: ({ sentence }) => sentence,
    number: ({ number }) => number,
    as_written: ({ text }) => text,
    low: ({ low }) => low,
    high: ({ high }) => high,
    fate: ({ fate }) => fate,
    counted: ({ kind }) => kind,
    noun: ({ noun }) => noun,
    party: ({ party }) => party,
    place: ({ place }) => place,
    said_by: ({ attribution }) => attribution?.text,
    saying: ({ attribution }) => attribution?.saying,
    passed_on_by: ({ attribution }) => attribution && join(attribution.chain),
    as_of: ({ asOf }) => asOf,
    date: ({ date }) => date,
    first: ({ first }) => day(first),
    last: ({ last }) => day(last),
    part_of: ({ partOf }) => partOf,
    rule: ({ rule }) => rule,
    title: ({ title }) => title,
    outlet: ({ outlet }) => outlet,
    text: ({ pieces }) => pieces.map(({ text }) => text).join('').trim(),
  },
  names: {
    name: ({ name }) => name,
    kind: ({ kind }) => kind,
    name_en: ({ labelEn }) => labelEn,
    known: ({ known }) => known,
    documents: ({ documents }) => documents,
    mentions: ({ count }) => count,
    latitude: ({ latitude }) => latitude,
    longitude: ({ longitude }) => longitude,
    source: ({ source }) => source,
    rule: ({ rules }) => join(rules),
  },
  documents: {
    document: ({ id }) => id,
    title: ({ title }) => title.value,
    authors: ({ authors }) => join(authors.map(({ value }) => value)),
    outlet: ({ outlet }) => outlet?.value,
    date: ({ date }) => date?.label,
    edtf: ({ date }) => date?.edtf,
    date_how: ({ date }) => date?.how,
    kind: ({ kind }) => kind,
    language: ({ language }) => language,
    url: ({ url }) => url,
    source: ({ source }) => source,
  },
};

/** Rows of one kind (`events`, `figures`, `names`, `documents`) as a table with a head. */
export function csv(kind, rows) {
  const columns = Object.entries(COLUMNS[kind]);
  const lines = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, value]) => harmless(value(row))))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

// What a spreadsheet would take for a formula begins with an apostrophe; a negative number does not need it.
function harmless(value) {
  const text = String(value ?? '');
  const isFormula = /^[=+@\t\r]/.test(text) || (text.startsWith('-') && Number.isNaN(Number(text)));
  return isFormula ? `'${text}` : text;
}

function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
