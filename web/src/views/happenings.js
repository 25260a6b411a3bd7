// Happenings: what several sources tell, side by side, a row a source. What they disagree on stands out quietly.
import { h, patch } from '../element.js';
import { disputed, subjectLabel, subjectOf, valueOf } from '../counted.js';
import { grown } from '../growing.js';
import { marked } from '../pieces.js';
import { attribution } from './attribution.js';
import { citeMenu } from './cite.js';
import { ghost } from './ghost.js';
import { nothing } from './nothing.js';
import { sentenceLink } from './sentence-link.js';

/** Happenings shown at first, and added by each request for more. */
const SHOWN = 20;
/** Sources that are laid out in one frame. */
const ROWS = 16;
/** As far as is looked for one that the reader was sent to. */
const MOST = 1000;

export function renderHappenings(root, model, send) {
  const { state } = model;
  const limit = Number(state.options['happenings.shown']) || SHOWN;
  const answer = model.ask('happenings', { offset: 0, limit });
  grown(root, { items: answer.happenings, key: ({ id }) => id, weight: ({ sources }) => sources.length, room: ROWS }, (part, isAll) => {
    patch(root, list(part, isAll, limit, answer, model, send));
    const wanted = state.options['happenings.open'];
    if (isAll && wanted !== undefined && root.dataset.brought !== wanted) bring(root, wanted, { total: answer.total, limit }, send);
  });
}

function list(shown, isAll, limit, { total, happenings, pending, lost }, model, send) {
  const { t } = model;
  return [
    h('h2', { class: 'unseen' }, t('view.happenings')),
    h('p', { class: 'tally', role: 'status' }, pending.length > 0 ? t('counting') : t('happenings.tally', { n: total })),
    total === 0 && pending.length === 0 && nothing('happenings.none', 'happenings.none.why', model, send, lost),
    happenings.length === 0 && pending.length > 0 && ghost(),
    h('ol', { class: 'happenings' }, shown.map((happening) => item(happening, model, send))),
    isAll && shown.length > 0 && total > shown.length && h('button', { class: 'more', id: 'happenings-more', onClick: () => send({ type: 'option', name: 'happenings.shown', value: String(limit + SHOWN) }) }, t('more', { n: total - shown.length })),
  ];
}

// To the happening that the reader was sent to: once, and further down the list where it is not shown yet.
function bring(root, wanted, { total, limit }, send) {
  const found = document.getElementById(`happening-${wanted}`);
  if (!found && limit < Math.min(total, MOST)) return void setTimeout(() => send({ type: 'option', name: 'happenings.shown', value: String(Math.min(limit * 4, MOST)) }));
  root.dataset.brought = wanted;
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'center' });
}

function item(happening, model, send) {
  const { about, named, t } = model;
  const { id, kind, headline, label, agreed, sources } = happening;
  const heading = `happening-${id}`;
  const open = disputed(sources);
  const columns = COLUMNS.filter(({ filled }) => filled === undefined || sources.some(filled));
  return h(
    'li',
    { key: id },
    h(
      'article',
      { class: 'happening', 'aria-labelledby': heading },
      h(
        'header',
        null,
        h('p', { class: 'happening-when' }, h('bdi', null, label), kind !== 'other' && h('span', { class: 'kind' }, named('happened', kind)), h('span', { class: 'quiet' }, t('sources', { n: new Set(sources.map(({ document }) => document)).size }))),
        h('h3', { id: heading, tabindex: '-1', lang: about.language, dir: 'auto' }, headline),
        parts(happening, model, send),
        (!agreed || open.size > 0) && h('p', { class: 'differs-note' }, [!agreed && t('happenings.dates-differ'), open.size > 0 && t('happenings.figures-differ')].filter(Boolean).join(' ')),
      ),
      h(
        'table',
        { class: 'table sources', role: 'table', 'aria-labelledby': heading },
        h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map(({ name }) => h('th', { key: name, class: `cell-${name}`, scope: 'col', role: 'columnheader' }, t(name))))),
        h('tbody', { role: 'rowgroup' }, sources.map((source, place) => row(source, columns, { key: `source-${id}-${place}`, agreed, open, model, send }))),
      ),
    ),
  );
}

// Places and parties are filters here too.
function parts({ places, parties }, { state, about, t }, send) {
  const one = (field) => ({ name, label }) => {
    const shown = h('bdi', { lang: label === name ? about.language : null }, label);
    return h('li', { key: `${field} ${name}` }, h('button', { class: 'link', 'aria-pressed': String(state.facets[field].includes(name)), onClick: () => send({ type: 'facet', field, value: name }) }, shown));
  };
  if (places.length + parties.length === 0) return null;
  return h('ul', { class: 'happening-parts', 'aria-label': t('happenings.parts') }, places.map(one('place')), parties.map(one('party')));
}

// What is told of each source; a column with `filled` is left out where that holds for none of them.
const COLUMNS = [
  { name: 'happenings.date', cell: (source, { agreed, model }) => h('div', { class: agreed ? null : 'differs' }, dated(source, model)) },
  { name: 'happenings.figures', filled: ({ figures }) => figures.length > 0, cell: ({ figures }, { open, model }) => figures.length > 0 && h('ul', null, figures.map((figure) => counted(figure, open, model))) },
  { name: 'figures.who', cell: (source, { model }) => attribution(source.attribution, model) },
  { name: 'happenings.sentence', cell: ({ sentencePieces }, { model }) => h('p', { class: 'quoted', dir: 'auto', lang: model.about.language }, marked(sentencePieces)) },
  { name: 'figures.document', cell: from },
];

function from(source, { key, model, send }) {
  const { document, sentence, title, outlet } = source;
  return [sentenceLink(source, key, model, send, h('bdi', { lang: model.about.language }, title)), outlet && h('span', { class: 'quiet' }, h('bdi', null, outlet)), citeMenu(model, { key, document, sentence })];
}

function row(source, columns, context) {
  const { key, model } = context;
  const cell = (column) => column.cell(source, context);
  return h('tr', { key, role: 'row' }, columns.map((column) => h('td', { key: column.name, role: 'cell', 'data-empty': cell(column) === false }, h('span', { class: 'cell-label', 'aria-hidden': 'true' }, model.t(column.name)), h('div', null, cell(column)))));
}

// How a date was found is said where it is not simply written.
function dated({ date, how, inherited, doubts }, { named, t }) {
  if (date === '') return h('span', { class: 'unknown' }, t('undated'));
  const known = inherited ? t('happenings.inherited') : how !== 'written' && named('how', how);
  return [h('bdi', null, date), known && h('span', { class: 'quiet' }, known), doubts.map((code) => h('span', { key: code, class: 'quiet doubted' }, named('finding', code)))];
}

function counted(figure, open, { number, named, t }) {
  return h('li', { key: figure.number, class: open.has(subjectOf(figure)) ? 'differs' : null }, h('bdi', { class: 'value' }, valueOf(figure, number, t)), h('span', { class: 'quiet' }, ` ${subjectLabel(figure, named)}`));
}
