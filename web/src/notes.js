// Notes as data: a pinned sentence with what the reader wrote to it. The file of notes is JSON that says what it is.

const FORMAT = 'tawarikh-notes';

/** Notes as the text of a file; `archive` is `{ id, title }`, so that a reader of the file knows what they are about. */
export function notesFile(notes, { id, title }) {
  return JSON.stringify({ format: FORMAT, version: 1, archive: { id, title }, notes }, null, 2);
}

/** The notes that a file's text holds; null where it is no file of notes. */
export function notesFromFile(text) {
  try {
    const file = JSON.parse(text);
    return file?.format === FORMAT ? notesIn(file.notes) : null;
  } catch {
    return null;
  }
}

/** Those of a list's members that are notes, with nothing else in them; null where there is no list. */
export function notesIn(list) {
  if (!Array.isArray(list)) return null;
  return list.filter(isNote).map(({ id, title, sentence, quote, text, at }) => ({ id, title, sentence, quote, text, at }));
}

/** Two lists as one: of two notes on one sentence the text of both is kept. */
export function joined(notes, more) {
  const all = [...notes];
  for (const note of more) {
    const place = all.findIndex(({ id, sentence }) => id === note.id && sentence === note.sentence);
    if (place < 0) all.push(note);
    else all[place] = { ...all[place], text: bothTexts(all[place].text, note.text) };
  }
  return all;
}

function bothTexts(text, other) {
  if (other === '' || text.includes(other)) return text;
  return text === '' ? other : `${text}\n${other}`;
}

function isNote(note) {
  const texts = ['id', 'title', 'quote', 'text', 'at'];
  return typeof note === 'object' && note !== null && texts.every((name) => typeof note[name] === 'string') && Number.isInteger(note.sentence);
}
