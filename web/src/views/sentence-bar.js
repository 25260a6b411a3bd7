// What can be done with the sentence that is open: go to its neighbours, pin it, write to it.
import { h } from '../element.js';
import { icon } from '../icons.js';
import { isSame } from '../state.js';
import { sentenceText } from '../exports/citation.js';

export function sentenceBar(model, send) {
  const { reading, state, t } = model;
  const sentence = state.open.sentence;
  if (!reading.id || reading.loading || sentence === null) return null;
  const all = reading.paragraphs.flatMap(({ sentences }) => sentences).map(({ sentence }) => sentence);
  const place = all.indexOf(sentence);
  if (place < 0) return null;
  const step = (name, picture, target) =>
    h('button', { id: `sentence-step-${name}`, class: 'plain square', 'aria-label': t(`sentence.${name}`), title: t(`sentence.${name}`), 'aria-disabled': target === undefined ? 'true' : null, onClick: () => target !== undefined && send({ type: 'sentence', sentence: target }) }, icon(picture));
  const note = state.notes.find((other) => isSame(other, { id: reading.id, sentence }));
  return h(
    'div',
    { class: 'sentence-bar', key: 'sentence-bar', role: 'group', 'aria-label': t('sentence') },
    step('previous', 'up', all[place - 1]),
    h('span', { class: 'count' }, t('sentence.place', { place: place + 1, n: all.length })),
    step('next', 'down', all[place + 1]),
    h('button', { id: 'pin', class: 'plain', 'aria-pressed': String(note !== undefined), onClick: () => toggle(note, sentence, model, send) }, icon('pin'), t(note ? 'unpin' : 'pin')),
    note && h('label', { class: 'note-field', key: 'note' }, h('span', { class: 'unseen' }, t('note.text')), h('textarea', { id: 'note-text', rows: '2', placeholder: t('note.text'), dir: 'auto', value: note.text, onInput: ({ target }) => send({ type: 'write', note, text: target.value }) })),
  );
}

function toggle(note, sentence, { reading }, send) {
  if (note) return send({ type: 'unpin', note });
  send({ type: 'pin', note: { id: reading.id, title: reading.title.value, sentence, quote: sentenceText(reading, sentence), text: '', at: new Date().toISOString() } });
  document.getElementById('note-text')?.focus({ preventScroll: true });
}
