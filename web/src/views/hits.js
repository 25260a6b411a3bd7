// The documents that match, best first, each with the sentence that says why.
import { h, patch } from '../element.js';
import { marked } from '../pieces.js';

export function renderHits(root, model, send) {
  const { found, t } = model;
  patch(
    root,
    h('h2', { class: 'unseen', id: 'hits-heading' }, t('hits')),
    h('p', { class: 'tally' }, t('tally', { n: found.total, all: found.documents })),
    found.total === 0 ? nothing(model, send) : h('ol', { class: 'hits' }, found.hits.map((hit) => item(hit, model, send))),
    found.hits.length < found.total && h('button', { class: 'more', onClick: () => send({ type: 'more' }) }, t('more', { n: found.total - found.hits.length })),
  );
}

function nothing({ state, t }, send) {
  return h(
    'div',
    { class: 'nothing' },
    h('p', { class: 'nothing-title' }, t('nothing')),
    h('p', null, state.query === '' ? t('nothing.filters') : t('nothing.query')),
    h('button', { class: 'bordered', onClick: () => startOver(send) }, t('nothing.clear')),
  );
}

function startOver(send) {
  document.getElementById('query').value = '';
  document.getElementById('query').focus();
  send({ type: 'clear' });
}

function item(hit, model, send) {
  const { about, state, href } = model;
  const open = { id: hit.id, sentence: hit.sentence };
  const key = `hit-${hit.document}`;
  return h(
    'li',
    { key: hit.id },
    h(
      'article',
      // The whole entry runs as its title's letters do, whatever the interface's language.
      { class: 'hit', dir: 'auto', 'data-open': state.open?.id === hit.id, 'aria-labelledby': key },
      h(
        'h3',
        { lang: about.language },
        h('a', { id: key, href: href({ open }), onClick: (event) => follow(event, () => send({ type: 'open', ...open, from: key })) }, marked(hit.title)),
      ),
      h('p', { class: 'origin' }, origin(hit, model)),
      h('p', { class: 'snippet', dir: 'auto', lang: about.language }, marked(hit.snippet)),
    ),
  );
}

// A plain click opens the document here; any other (new tab, copy) is the browser's.
function follow(event, open) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open();
}

function origin(hit, { t }) {
  return [
    hit.outlet && h('span', null, h('bdi', null, hit.outlet)),
    hit.authors.length > 0 && h('span', null, hit.authors.map((author, place) => [place > 0 && t('and.comma'), h('bdi', null, author)])),
    h('span', { class: hit.date ? null : 'unknown' }, hit.date ? h('bdi', null, hit.date.label) : t('undated')),
    hit.kind === 'digest' && h('span', { class: 'kind' }, t('digest')),
  ];
}
