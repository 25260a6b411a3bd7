// The reader's own notes: each pinned sentence with its document and what was written to it; out to a file and back.
import { daysOf } from '../days.js';
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { joined, notesFile, notesFromFile } from '../notes.js';
import { save } from '../saving.js';
import { isPlain } from '../plain-click.js';
import { dayLabel } from '../span-label.js';

export function renderNotes(root, model, send) {
  const { state, t } = model;
  patch(
    root,
    h('h2', { class: 'unseen' }, t('notes.all')),
    h('p', { class: 'quiet notes-where' }, t('notes.where')),
    h(
      'p',
      { class: 'notes-tools' },
      state.notes.length > 0 && h('button', { id: 'notes-export', class: 'bordered', onClick: () => saveNotes(model) }, icon('save'), t('notes.export')),
      h('label', { class: 'bordered file' }, t('notes.import'), h('input', { id: 'notes-import', class: 'unseen', type: 'file', accept: '.json,application/json', onChange: (event) => addFrom(event.target, model, send) })),
    ),
    state.notes.length === 0 ? h('p', { class: 'nothing' }, t('notes.none')) : h('ol', { class: 'notes' }, state.notes.map((note) => entry(note, model, send))),
  );
}

function entry(note, model, send) {
  const { about, href, t } = model;
  const key = `note-${note.id}-${note.sentence}`;
  const open = { id: note.id, sentence: note.sentence };
  const go = (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    send({ type: 'open', ...open, from: key });
  };
  return h(
    'li',
    { key },
    h('blockquote', { lang: about.language, dir: 'auto' }, h('a', { id: key, href: href({ open }), onClick: go }, note.quote)),
    h('p', { class: 'quiet' }, h('bdi', { lang: about.language }, note.title), ' · ', h('bdi', null, dayOf(note, model))),
    h('textarea', { rows: '2', dir: 'auto', 'aria-label': t('note.text'), placeholder: t('note.text'), value: note.text, onInput: ({ target }) => send({ type: 'write', note, text: target.value }) }),
    h('button', { class: 'link', 'aria-label': `${t('notes.remove')}: ${note.quote}`, onClick: () => send({ type: 'unpin', note }) }, t('notes.remove')),
  );
}

// The day that it was written on; of a file that other hands have changed, what stands there.
function dayOf({ at }, model) {
  const written = at.slice(0, 10);
  const days = daysOf(written);
  return days ? dayLabel(days[0], model) : written;
}

function saveNotes({ about, state }) {
  save(`notes-${about.id}.json`, 'application/json', notesFile(state.notes, about));
}

async function addFrom(input, { state, t }, send) {
  const [file] = input.files;
  if (!file) return;
  const notes = notesFromFile(await file.text());
  input.value = '';
  document.getElementById('news').textContent = t(notes ? 'notes.imported' : 'notes.unread');
  input.setCustomValidity(notes ? '' : t('notes.unread'));
  input.reportValidity();
  if (notes) send({ type: 'notes', notes: joined(state.notes, notes) });
}
