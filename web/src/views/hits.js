// The documents that match, best first, each with the sentence that says why; or those that are like one of them.
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { marked } from '../pieces.js';
import { isPlain } from '../plain-click.js';
import { ghost } from './ghost.js';
import { nothing, withoutParts } from './nothing.js';
import { why } from './why.js';

export function renderHits(root, model, send) {
  root.setAttribute('aria-busy', String(model.like ? model.like.loading : model.found.waiting));
  patch(root, model.like ? alike(model, send) : matches(model, send));
}

function matches(model, send) {
  const { found, t } = model;
  return [
    h('h2', { class: 'unseen' }, t('hits')),
    tally(model),
    found.hits.length > 0 ? entries(found.hits, model, send) : found.counting ? ghost() : instead(model, send),
    hasMore(model) && h('button', { class: 'more', onClick: () => send({ type: 'more' }) }, found.counting ? t('more.some') : t('more', { n: found.total - found.hits.length })),
  ];
}

// In place of hits: where some were found, their texts are missing.
function instead(model, send) {
  const { found } = model;
  if (found.total > 0) return withoutParts('hits.lost', 'lost', model, send);
  return nothing('nothing', null, model, send, found.lost);
}

function tally({ found, progress, t }) {
  const counting = [t(found.waiting ? 'searching' : 'counting'), progress.all > 1 && t('counting.parts', progress)].filter(Boolean).join(' ');
  return h(
    'p',
    { class: 'tally', 'data-counting': found.counting },
    found.counting ? counting : t(found.exact ? 'tally' : 'tally.least', { n: found.total, all: found.documents }),
    found.counting && progress.all > 1 && h('span', { class: 'gauge-bar', style: { '--done': progress.done / progress.all } }),
  );
}

function hasMore({ found, state }) {
  return found.counting ? found.hits.length >= state.limit && !found.waiting : found.hits.length > 0 && found.hits.length < found.total;
}

function alike(model, send) {
  const { like, t } = model;
  return [
    h('h2', { class: 'like-heading' }, t('like.heading'), ' ', h('bdi', { lang: model.about.language }, like.title)),
    h('p', null, h('button', { id: 'like-back', class: 'bordered', onClick: () => send({ type: 'like', like: null }) }, icon(model.state.language === 'ar' ? 'right' : 'left'), t('like.back'))),
    like.hits.length > 0 ? entries(like.hits, model, send) : h('p', { class: 'nothing' }, t(like.loading ? 'searching' : 'like.none')),
    like.hits.length === 0 && like.loading && ghost(),
  ];
}

function entries(hits, model, send) {
  return h('ol', { class: 'hits' }, hits.map((hit) => item(hit, model, send)));
}

function item(hit, model, send) {
  const { about, state, href } = model;
  const open = { id: hit.id, number: hit.document, sentence: hit.sentence };
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
      further(hit, model, send),
    ),
  );
}

// What may be asked about a hit.
function further(hit, model, send) {
  const { state, t } = model;
  const like = { id: hit.id, number: hit.document };
  const asked = state.query.trim() !== '' && !model.like;
  const shown = asked && state.explained.includes(hit.document);
  return [
    h(
      'p',
      { class: 'further' },
      asked &&
        h(
          'button',
          { class: 'link why-switch', 'aria-expanded': String(shown), 'aria-controls': shown ? `why-${hit.document}` : null, onClick: () => send({ type: 'explain', document: hit.document }) },
          h('bdi', null, t('why')),
        ),
      h('a', { class: 'link', href: model.href({ like, open: null }), onClick: (event) => follow(event, () => send({ type: 'like', like })) }, h('bdi', null, t('like'))),
    ),
    shown && why(hit, model),
  ];
}

function follow(event, open) {
  if (!isPlain(event)) return;
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
