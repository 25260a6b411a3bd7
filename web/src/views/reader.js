// The reader: a document with where it comes from, its text and its marks, the steps through hits and sentences, and what
// can be taken from it.
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { readerCovers } from '../layout.js';
import { copied } from '../clipboard.js';
import { card, cardKept } from './card.js';
import { citeMenu } from './cite.js';
import { footnotes } from './footnotes.js';
import { ghost } from './ghost.js';
import { markMenu } from './mark-menu.js';
import { readerHead } from './reader-head.js';
import { readerText } from './reader-text.js';
import { sentenceBar } from './sentence-bar.js';

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
  // A handler that gives false would take from links and fields what they do of themselves.
  const leaveCard = () => void (state.card !== null && send({ type: 'card', card: null }));
  root.onclick = (event) => void (event.target.closest('.card, .annotated') || leaveCard());
  // Also told, some frames late, of the scroll that brought the reader to its sentence.
  root.onscroll = () => void (cardKept(root) || leaveCard());
  patch(root, bar(model, send), body(model, send), sentenceBar(model, send), state.card !== null && card(model, send));
}

function onEscape(event, state, send) {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  send(state.card !== null ? { type: 'card', card: null } : { type: 'close' });
}

function bar(model, send) {
  const { reading, state, t } = model;
  return h(
    'div',
    { class: 'reader-bar' },
    h('button', { id: 'reader-close', class: 'plain', onClick: () => send({ type: 'close' }) }, icon('close'), t('reader.close')),
    reading.hits?.length > 0 && hitSteps(model, send),
    reading.id && h(
      'div',
      { class: 'reader-tools', key: 'tools' },
      markMenu(model, send),
      citeMenu(model, { key: 'reader', document: reading.document, sentence: state.open.sentence }),
      h('button', { class: 'plain', id: 'reader-like', onClick: () => likeThis(model, send) }, t('like')),
      h('button', { class: 'plain square', id: 'copy-link', 'aria-label': t('copy'), title: t('copy'), onClick: () => copied(linkOf(model), t) }, icon('link')),
    ),
  );
}

function linkOf({ href }) {
  return location.href.split('#')[0] + href({});
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

function body(model, send) {
  const { reading, t } = model;
  if (reading.missing) return notice('missing', t('reader.missing'), h('p', null, t('reader.missing.why')));
  if (reading.failure) return notice('failed', t('failure.title'), h('p', null, reading.failure[model.state.language]));
  if (reading.loading) return notice('loading', t('reader.loading'), ghost());
  return h('article', { class: 'document', key: reading.id, lang: reading.language, dir: 'auto' }, readerHead(model, send), readerText(model, send), footnotes(model));
}

const SAID = { failed: { role: 'alert' }, loading: { 'aria-busy': 'true' } };

function notice(key, title, below) {
  return h('div', { class: 'notice', key, ...SAID[key] }, h('h2', { tabindex: '-1', id: 'reader-title' }, title), below);
}
