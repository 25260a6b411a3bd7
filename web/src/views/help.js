// How to ask: the query language in a table of examples that run, and the switch for exact spelling.
import { h } from '../element.js';
import { isoDay } from '../days.js';
import { ask } from './search.js';

// A field's name in both languages; the engine takes either.
const NAMES = {
  title: { ar: 'عنوان', en: 'title' },
  outlet: { ar: 'مصدر', en: 'outlet' },
  author: { ar: 'كاتب', en: 'author' },
  place: { ar: 'مكان', en: 'place' },
  year: { ar: 'سنة', en: 'year' },
  from: { ar: 'من', en: 'from' },
  to: { ar: 'إلى', en: 'to' },
};

export function help(model, send) {
  const { state, t } = model;
  return h(
    'section',
    { id: 'help', class: 'help', key: 'help', 'aria-label': t('help'), onKeydown: (event) => onEscape(event, send) },
    h(
      'label',
      { class: 'exact' },
      h('input', { id: 'exact', type: 'checkbox', '.checked': state.exact === 'on', onChange: ({ target }) => send({ type: 'exact', exact: target.checked ? 'on' : 'off' }) }),
      h('span', null, t('exact')),
    ),
    h(
      'table',
      null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('help.write')), h('th', { scope: 'col' }, t('help.finds')))),
      h('tbody', null, rows(model).map(([key, examples]) => row(key, examples, model, send))),
    ),
  );
}

// Back to the button that showed it.
function onEscape(event, send) {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  send({ type: 'help' });
  document.getElementById('switch-help').focus({ preventScroll: true });
}

function row(key, examples, { t }, send) {
  return h(
    'tr',
    { key },
    h('td', null, h('div', { class: 'help-examples' }, examples.map((query) => h('button', { key: query, class: 'link example', dir: 'auto', onClick: () => ask(query, send) }, query)))),
    h('td', null, t(`help.${key}`)),
  );
}

// Of the archive's own words and values, so that each example finds something; a field that it does not have is left out.
function rows({ samples }) {
  const { words, days } = samples;
  const [one = 'نهر', two = 'جسر', three = 'سد'] = words.map(quoted);
  const phrase = words.find((word) => quoted(word) !== word) ?? `${one} ${two}`;
  const rows = [
    ['words', [`${one} ${two}`]],
    ['phrase', [`"${phrase}"`]],
    ['must', [`+${one} -${two}`]],
    ['or', [`${one} OR ${two}`, `(${one} OR ${two}) -${three}`]],
    ['title', field('title', one.replaceAll('"', ''))],
    ...['outlet', 'author', 'place'].filter((name) => samples[name]).map((name) => [name, field(name, samples[name])]),
  ];
  if (days) {
    const [from, to] = days.map((day) => isoDay(day).slice(0, 4));
    rows.push(['year', field('year', to)], ['days', ['ar', 'en'].map((language) => `${NAMES.from[language]}:${from} ${NAMES.to[language]}:${to}`)]);
  }
  return rows;
}

function field(name, value) {
  return ['ar', 'en'].map((language) => `${NAMES[name][language]}:${quoted(value)}`);
}

// What is more than one word holds together.
function quoted(value) {
  return /[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}
