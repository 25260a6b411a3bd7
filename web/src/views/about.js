// What this archive is, and what readers should know of it.
import { h, patch } from '../element.js';

/** What is said of how things were found. */
const HOW = ['dates', 'figures', 'names', 'happenings', 'not'];

export function renderAbout(root, model) {
  const { about, state, t } = model;
  const english = state.language === 'en';
  const description = english ? (about.descriptionEn ?? about.description) : about.description;
  const note = english ? (about.noteEn ?? about.note) : about.note;
  patch(
    root,
    h('h2', { class: 'unseen' }, t('about')),
    h(
      'div',
      { class: 'about-body' },
      h(
        'div',
        null,
        description && h('p', { dir: 'auto' }, description),
        note && h('p', { dir: 'auto' }, note),
        h('h3', null, t('about.how')),
        HOW.map((part) => h('p', { key: part }, t(`about.how.${part}`))),
        h('p', null, t('about.private')),
      ),
      h(
        'dl',
        null,
        counts(model),
        about.licence && pair(t('about.licence'), h('bdi', null, about.licence)),
        !isAlone() && pair(t('about.checksums'), h('a', { href: 'checksums.txt' }, h('bdi', null, 'checksums.txt'))),
        typeof globalThis.TAWARIKH_INLINE !== 'string' && pair(t('about.embed'), h('a', { href: 'embedding.html' }, h('bdi', null, 'embedding.html'))),
        pair(t('about.made'), h('bdi', null, `Tawarikh ${about.version}`)),
      ),
    ),
  );
}

// Whether the page is whole in one file: then nothing lies beside it.
function isAlone() {
  return typeof globalThis.TAWARIKH_INLINE === 'string';
}

function counts({ about, number, t }) {
  return [
    pair(t('about.documents'), number(about.documents)),
    pair(t('about.sentences'), number(about.sentences)),
    pair(t('about.events'), number(about.events)),
    about.undated > 0 && pair(t('about.undated'), number(about.undated)),
  ];
}

function pair(name, value) {
  return h('div', { key: name }, h('dt', null, name), h('dd', null, value));
}
