// CSL-JSON 1.0.2: the form that citation processors take.

/** References as one CSL-JSON list. */
export function csl(references) {
  return `${JSON.stringify(references.map(item), null, 2)}\n`;
}

function item({ key, title, authors, outlet, date, url, quote, written, archive, link }) {
  return {
    id: key,
    type: outlet ? 'article-newspaper' : 'document',
    title,
    // Which part of an Arabic name is the family's is not known: it stays in one piece.
    author: authors.length > 0 ? authors.map((literal) => ({ literal })) : undefined,
    'container-title': outlet ?? undefined,
    issued: date ? issued(date) : undefined,
    URL: url ?? link,
    language: written,
    archive,
    archive_location: link,
    note: quote ?? undefined,
  };
}

function issued({ year, month, day, season, approximate, label }) {
  if (year === null) return { literal: label };
  const parts = [year, month, day].filter((part) => part !== null && part !== undefined);
  return { 'date-parts': [parts], season: season ?? undefined, circa: approximate || undefined };
}
