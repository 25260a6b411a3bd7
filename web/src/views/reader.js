// The reader: a document with where it comes from, its text, its dates marked, and the steps through the hits.
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { readerCovers } from '../layout.js';
import { explained } from '../pieces.js';
import { dateCard } from './card.js';

export function renderReader(root, model, send) {
  const { reading, state } = model;
  const narrow = readerCovers();
  root.hidden = reading === null;
  if (reading === null) return patch(root);
  // On a narrow screen the reader is a sheet over the page; beside it otherwise.
  root.setAttribute('role', narrow ? 'dialog' : 'complementary');
  if (narrow) root.setAttribute('aria-modal', 'true');
  else root.removeAttribute('aria-modal');
  root.onkeydown = (event) => onEscape(event, state, send);
  root.onclick = (event) => state.card !== null && !event.target.closest('.card, .date') && send({ type: 'card', card: null });
  root.onscroll = () => state.card !== null && send({ type: 'card', card: null });
  patch(root, bar(model, send), body(model, send), state.card !== null && dateCard(model, send));
}

function onEscape(event, state, send) {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  send(state.card !== null ? { type: 'card', card: null } : { type: 'close' });
}

function bar(model, send) {
  const { reading, t } = model;
  return h(
    'div',
    { class: 'reader-bar' },
    h('button', { id: 'reader-close', class: 'plain', onClick: () => send({ type: 'close' }) }, icon('close'), t('reader.close')),
    reading.hits?.length > 0 && hitSteps(model, send),
    reading.id && h('button', { class: 'plain', id: 'reader-like', onClick: () => likeThis(model, send) }, t('like')),
    reading.id && h('button', { class: 'plain', id: 'copy-link', onClick: (event) => copyLink(event.currentTarget, model) }, icon('link'), h('span', null, t('copy'))),
  );
}

// A sheet over the page would hide what was asked for.
function likeThis({ reading }, send) {
  send({ type: 'like', like: { id: reading.id, number: reading.document } });
  if (readerCovers()) send({ type: 'close' });
}

function hitSteps({ reading, state, t }, send) {
  const { hits } = reading;
  const at = state.open.sentence ?? -1;
  const place = hits.indexOf(at);
  const next = hits.find((sentence) => sentence > at) ?? hits[0];
  const previous = hits.findLast((sentence) => sentence < at) ?? hits.at(-1);
  const step = (name, picture, sentence) =>
    h('button', { id: `hit-${name}`, class: 'plain square', 'aria-label': t(`hit.${name}`), title: t(`hit.${name}`), onClick: () => send({ type: 'sentence', sentence }) }, icon(picture));
  return h(
    'div',
    { class: 'hit-steps', role: 'group', 'aria-label': t('hit.steps') },
    step('previous', 'up', previous),
    h('span', { class: 'count' }, place < 0 ? t('hit.count', { n: hits.length }) : t('hit.place', { place: place + 1, n: hits.length })),
    step('next', 'down', next),
  );
}

async function copyLink(button, { t, href }) {
  const said = button.querySelector('span');
  const done = await copyText(location.href.split('#')[0] + href({}));
  said.textContent = t(done ? 'copied' : 'copy.failed');
  document.getElementById('news').textContent = said.textContent;
  setTimeout(() => (said.textContent = t('copy')), 2000);
}

// The clipboard interface is missing where a page is served without encryption; a selection still works there.
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text });
    field.className = 'unseen';
    const focused = document.activeElement;
    focused.after(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    focused.focus();
    return done;
  }
}

function body(model, send) {
  const { reading, t } = model;
  if (reading.missing) return h('div', { class: 'notice', key: 'missing' }, h('h2', { tabindex: '-1', id: 'reader-title' }, t('reader.missing')), h('p', null, t('reader.missing.why')));
  if (reading.failure) {
    const said = model.state.language === 'ar' ? reading.failure.ar : reading.failure.en;
    return h('div', { class: 'notice', key: 'failed', role: 'alert' }, h('h2', { tabindex: '-1', id: 'reader-title' }, t('failure.title')), h('p', null, said));
  }
  if (reading.loading) return h('div', { class: 'notice', key: 'loading', 'aria-busy': 'true' }, h('h2', { tabindex: '-1', id: 'reader-title' }, t('reader.loading')));
  return h(
    'article',
    { class: 'document', key: reading.id, lang: reading.language, dir: 'auto' },
    h('header', null, h('h2', { id: 'reader-title', tabindex: '-1', dir: 'auto' }, reading.title.value), origin(model), reading.kind === 'digest' && digestNotice(model), reading.lost.length > 0 && h('p', { class: 'digest-notice' }, t('reader.lost'))),
    h('div', { class: 'text', dir: directionOf(reading.language) }, reading.paragraphs.map((paragraph, place) => shownParagraph(paragraph, place, model, send))),
  );
}

function directionOf(language) {
  return /^(ar|fa|ur|ckb|he)\b/.test(language) ? 'rtl' : 'auto';
}

function origin(model) {
  const { reading, state, t } = model;
  const row = (name, ...value) => h('div', { key: name }, h('dt', null, t(name)), h('dd', null, value));
  return h(
    'dl',
    { class: 'origin-table', lang: state.language, dir: state.language === 'ar' ? 'rtl' : 'ltr' },
    !reading.title.given && row('title', inferred(reading.title, model)),
    reading.outlet && row('facet.outlet', h('bdi', null, reading.outlet.value), inferred(reading.outlet, model)),
    reading.authors.length > 0 && row('facet.author', reading.authors.map((author, place) => [place > 0 && t('and.comma'), h('bdi', null, author.value), inferred(author, model)])),
    row('date', reading.date ? [h('bdi', null, reading.date.label), inferred(reading.date, model)] : h('span', { class: 'unknown' }, t('undated')), reading.dateNote && h('p', { class: 'quiet', dir: 'auto' }, reading.dateNote)),
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

function digestNotice({ state, t }) {
  return h('p', { class: 'digest-notice', lang: state.language, dir: state.language === 'ar' ? 'rtl' : 'ltr' }, t('digest.notice'));
}

const TAGS = { heading: 'h3', quote: 'blockquote', caption: 'p', item: 'p', body: 'p' };

function shownParagraph({ kind, sentences }, place, model, send) {
  return h(TAGS[kind] ?? 'p', { key: place, class: `paragraph ${kind}` }, sentences.map((sentence) => shownSentence(sentence, model, send)));
}

function shownSentence({ sentence, pieces }, model, send) {
  const here = model.state.open.sentence === sentence;
  return h(
    'span',
    { key: sentence, id: `sentence-${sentence}`, class: 'sentence', tabindex: here ? '-1' : null, 'data-here': here },
    explained(pieces, (mention, text) => dateMark(mention, text, model, send)),
  );
}

// An inline element with a button's role: a real button would be a box, and its letters would not join its neighbours'.
function dateMark(mention, text, { reading, state }, send) {
  const { findings, placed } = reading.mentions[mention];
  const toggle = () => send({ type: 'card', card: mention });
  return h(
    'span',
    {
      key: `mention-${mention}`,
      id: `mention-${mention}`,
      class: 'date',
      role: 'button',
      tabindex: '0',
      'aria-expanded': String(state.card === mention),
      'data-doubt': findings.length > 0,
      'data-unplaced': !placed,
      onClick: toggle,
      onKeydown: (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        toggle();
      },
    },
    text,
  );
}
