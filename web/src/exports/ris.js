// RIS, as reference managers import it: a tag of two letters, two spaces, a hyphen, a space; lines end with CR LF.

/** References as one RIS file. */
export function ris(references) {
  return references.map(record).join('');
}

function record({ key, title, authors, outlet, date, url, quote, written, archive, link }) {
  const lines = [
    ['TY', outlet ? 'NEWS' : 'GEN'],
    ['ID', key],
    ['TI', title],
    ...authors.map((name) => ['AU', name]),
    ['T2', outlet],
    ['PY', date?.year == null ? null : String(date.year)],
    ['DA', date?.year == null ? date?.label : dayOf(date)],
    ['LA', written],
    ['UR', url ?? link],
    ['L2', url && link],
    ['DB', archive],
    ['N1', quote],
    ['ER', ''],
  ];
  return lines.filter(([, value]) => value !== null && value !== undefined).map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}

// `YYYY/MM/DD/other`: what is not known stays empty between its slashes.
function dayOf({ year, month, day, season, approximate }) {
  const other = [season && ['spring', 'summer', 'autumn', 'winter'][season - 1], approximate && 'about'].filter(Boolean).join(' ');
  return [String(year).padStart(4, '0'), two(month), two(day), other].join('/');
}

function two(number) {
  return number === null ? '' : String(number).padStart(2, '0');
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
