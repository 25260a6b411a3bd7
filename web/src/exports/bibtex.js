// BibTeX as biber reads it: UTF-8, and a date field that holds EDTF (BibLaTeX 3.8, section 2.3.8).

const SPECIAL = { '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '#': '\\#', $: '\\$', '%': '\\%', '&': '\\&', _: '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** References as one BibTeX file. */
export function bibtex(references) {
  return `${references.map(entry).join('\n\n')}\n`;
}

function entry(reference) {
  const lines = fields(reference)
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}},`);
  return [`@online{${keyOf(reference)},`, ...lines, '}'].join('\n');
}

function fields({ title, authors, outlet, date, url, quote, written, archive, link }) {
  return [
    // A second pair of braces keeps a title's capitals, and a name that has no family name first in one piece.
    ['title', `{${escaped(title)}}`],
    ['author', authors.map((name) => `{${escaped(name)}}`).join(' and ')],
    ['organization', outlet && escaped(outlet)],
    ['date', date && date.year !== null && date.edtf],
    ['year', date && date.year !== null && String(date.year)],
    ['url', address(url ?? link)],
    ['langid', written.startsWith('ar') ? 'arabic' : written],
    ['note', [escaped(archive), url && `\\url{${address(link)}}`].filter(Boolean).join(': ')],
    ['annotation', quote && escaped(quote)],
  ];
}

// Keys may hold neither spaces nor what parts fields.
function keyOf({ key }) {
  return key.replace(/[\s{}(),='"#%~\\]+/g, '-');
}

function escaped(text) {
  return text.replace(/[\\{}#$%&_~^]/g, (letter) => SPECIAL[letter]);
}

// In addresses only what would end the field, or begin a comment, is written otherwise.
function address(url) {
  return url.replace(/[{}\\^]/g, encodeURIComponent);
}
