import { test } from 'node:test';
import assert from 'node:assert/strict';
import { joined, notesFile, notesFromFile, notesIn } from '../src/notes.js';
import { START, reduce } from '../src/state.js';

const note = (sentence, text = '') => ({ id: 'dam', title: 'السد', sentence, quote: 'غمر الماء ثلاث قرى.', text, at: '2026-01-02T03:04:05.000Z' });

test('a file of notes gives back what was put into it', () => {
  const notes = [note(1, 'سطر\nوآخر'), note(4)];
  assert.deepEqual(notesFromFile(notesFile(notes, { id: 'a1', title: 'أرشيف' })), notes);
});

test('any other file is none, and what is no note in it is left out', () => {
  for (const text of ['', '{}', '[]', 'null', '{"format":"tawarikh-notes"}', 'غير ذلك']) assert.equal(notesFromFile(text), null, text);
  assert.deepEqual(notesIn([note(1), null, 7, { id: 'x' }, { ...note(2), text: 5 }, { ...note(3), more: 1 }]), [note(1), note(3)]);
});

test('notes from a file join those that are there, and no text is lost', () => {
  assert.deepEqual(joined([note(1, 'أ')], [note(1, 'ب'), note(2, 'ج')]), [note(1, 'أ\nب'), note(2, 'ج')]);
  assert.deepEqual(joined([note(1, 'أ')], [note(1, 'أ'), note(1, '')]), [note(1, 'أ')]);
});

test('a sentence is pinned, written to and unpinned', () => {
  const pinned = reduce(START, { type: 'pin', note: note(3) });
  const written = reduce(pinned, { type: 'write', note: note(3), text: 'مهم' });
  assert.deepEqual(written.notes, [note(3, 'مهم')]);
  assert.deepEqual(reduce(written, { type: 'unpin', note: { id: 'dam', sentence: 3 } }).notes, []);
});
