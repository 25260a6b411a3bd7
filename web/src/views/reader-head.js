// The head of a document: its title, where it comes from, and its headings as a way in.
import { h } from '../element.js';
import { isPlain } from '../plain-click.js';
import { withHijri } from '../hijri.js';

/** Fewer headings than these need no list. */
const FEW = 2;

export function readerHead(model, send) {
  const { reading, t } = model;
  return h(
    'header',
    { class: 'document-head' },
    h('h2', { id: 'reader-title', tabindex: '-1', dir: 'auto' }, reading.title.value),
    origin(model),
    reading.kind === 'digest' && remark(model, t('digest.notice')),
    reading.lost.length > 0 && remark(model, t('reader.lost')),
    contents(model, send),
  );
}

/** What an element in the interface's language inside of the document's carries. */
export function inInterface({ state }) {
  return { lang: state.language, dir: state.language === 'ar' ? 'rtl' : 'ltr' };
}

function origin(model) {
  const { reading, t } = model;
  const row = (name, ...value) => h('div', { key: name }, h('dt', null, t(name)), h('dd', null, value));
  return h(
    'dl',
    { class: 'origin-table', ...inInterface(model) },
    !reading.title.given && row('title', inferred(reading.title, model)),
    reading.outlet && row('facet.outlet', h('bdi', null, reading.outlet.value), inferred(reading.outlet, model)),
    reading.authors.length > 0 && row('facet.author', reading.authors.map((author, place) => [place > 0 && t('and.comma'), h('bdi', null, author.value), inferred(author, model)])),
    row('date', reading.date ? [h('bdi', null, withHijri(reading.date, model)), inferred(reading.date, model)] : h('span', { class: 'unknown' }, t('undated')), reading.dateNote && h('p', { class: 'quiet', dir: 'auto' }, reading.dateNote)),
    reading.url && row('original', h('a', { href: reading.url, rel: 'noreferrer', dir: 'ltr' }, hostOf(reading.url))),
  );
}

// Only what was worked out says how; what the document states itself needs no note.
function inferred({ how, given }, { t, named }) {
  return given ? null : h('span', { class: 'quiet inferred' }, ` ${t('inferred', { how: named('how', how) })}`);
}

function hostOf(url) {
  try {
    return new URL(url).hostname;
  } catch {
    return url;
  }
}

function remark(model, text) {
  return h('p', { class: 'remark', key: text, ...inInterface(model) }, text);
}

function contents(model, send) {
  const { reading, state, href, t } = model;
  const headings = reading.paragraphs.filter(({ kind, sentences }) => kind === 'heading' && sentences.length > 0);
  if (headings.length < FEW) return null;
  const link = ({ sentences }) => {
    const [{ sentence }] = sentences;
    const go = (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      send({ type: 'sentence', sentence });
    };
    const words = sentences.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
    return h('li', { key: sentence }, h('a', { href: href({ open: { ...state.open, sentence } }), onClick: go }, words));
  };
  return h('details', { class: 'contents' }, h('summary', inInterface(model), t('contents')), h('nav', { 'aria-label': t('contents') }, h('ol', null, headings.map(link))));
}
