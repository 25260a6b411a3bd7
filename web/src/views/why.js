// Why a document matched: each word typed, and the forms of it that stand in the text.
import { h } from '../element.js';
import { isWhole } from '../remembered.js';

export function why({ document }, model) {
  const { whys, state, t } = model;
  const answer = whys.get(document);
  return h(
    'dl',
    { class: 'why', id: `why-${document}`, key: `why-${document}`, lang: state.language, 'aria-label': t('why') },
    isWhole(answer) ? (answer?.words ?? []).map((word, place) => row(word, place, model)) : h('div', null, h('dt', null, ''), h('dd', null, t('counting'))),
  );
}

function row({ typed, forms }, place, model) {
  const { about, t } = model;
  return h(
    'div',
    { key: `${place} ${typed}` },
    h('dt', null, h('bdi', { lang: about.language }, typed)),
    h('dd', null, forms.length > 0 ? h('ul', null, forms.map((found) => form(found, model))) : h('span', { class: 'quiet' }, t('why.none'))),
  );
}

function form({ form, relation, count }, { about, named, number, t }) {
  return h(
    'li',
    { key: `${form} ${relation}` },
    h('bdi', { class: 'form', lang: about.language }, form),
    ' ',
    h('bdi', { class: 'quiet' }, named('why', relation), count > 1 && t('why.times', { count: number(count) })),
  );
}
