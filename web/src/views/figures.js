// The figures of the selection: each counted thing over time with its sources, and all of them as a table.
import { h, patch } from '../element.js';
import { bySubject, subjectLabel, valueOf } from '../counted.js';
import { attribution } from './attribution.js';
import { figurePlot, isDrawn } from './figure-plot.js';
import { ghost } from './ghost.js';
import { nothing } from './nothing.js';
import { sentenceLink } from './sentence-link.js';
import { table } from './table.js';

/** Figures asked for, since a page sorts what it has; fewer of an archive in fragments, where each may need a part of its own. */
const MOST = 2000;
const MOST_OF_PARTS = 200;
/** Plots shown at first. */
const PLOTS = 4;

export function renderFigures(root, model, send) {
  const { about, t } = model;
  const limit = about.fragments ? MOST_OF_PARTS : MOST;
  const { figures, total, pending, lost } = model.ask('figures', { offset: 0, limit });
  const groups = bySubject(figures);
  const only = groups.find(({ subject }) => subject === model.state.options['figures.of']);
  const rows = only?.figures ?? figures;
  patch(
    root,
    h('h2', { class: 'unseen' }, t('view.figures')),
    h('p', { class: 'tally', role: 'status' }, pending.length > 0 ? t('counting') : t('figures.tally', { n: rows.length })),
    total > limit && h('p', { class: 'quiet', key: 'first' }, t('figures.first', { n: limit, all: total })),
    figures.length === 0 && (pending.length === 0 ? nothing('figures.none', 'figures.none.why', model, send, lost) : ghost()),
    groups.length > 1 && subjects(groups, only, model, send),
    plots(only ? [only] : groups, model, send),
    rows.length > 0 && table({ name: 'figures', caption: t('view.figures'), columns: columns(figures, model, send), rows, key: keyOf }, model, send),
  );
}

function keyOf({ document, number }) {
  return `figure-${document}-${number}`;
}

// One press shows only what counts one thing.
function subjects(groups, only, { state, named, number, t }, send) {
  return h(
    'ul',
    { class: 'subjects', key: 'subjects', 'aria-label': t('figures.of') },
    groups.slice(0, 16).map((group) =>
      h(
        'li',
        { key: group.subject },
        h('button', { class: 'plain', id: `subject-${group.subject}`, 'aria-pressed': String(group === only), onClick: () => send({ type: 'option', name: 'figures.of', value: group === only ? null : group.subject }) }, subjectLabel(group, named), h('span', { class: 'count' }, number(group.figures.length))),
      ),
    ),
  );
}

function plots(groups, model, send) {
  const { options } = model.state;
  const drawn = groups.filter(({ figures }) => figures.filter(isDrawn).length > 1);
  if (drawn.length === 0) return null;
  const all = options['figures.plots'] === 'all';
  return [
    h('div', { class: 'plots', key: 'plots' }, (all ? drawn : drawn.slice(0, PLOTS)).map((group) => figurePlot(group, model, send))),
    drawn.length > PLOTS && h('button', { class: 'link', key: 'plots-all', id: 'plots-all', onClick: () => send({ type: 'option', name: 'figures.plots', value: all ? null : 'all' }) }, model.t(all ? 'figures.plots.fewer' : 'figures.plots.all', { n: drawn.length })),
  ];
}

function columns(figures, model, send) {
  const { about, named, number, t } = model;
  const name = (text) => text && h('bdi', { lang: about.language }, text);
  const whole = ({ document, partOf }) => (partOf === null ? null : figures.find((other) => other.document === document && other.number === partOf));
  return [
    {
      name: 'what',
      label: t('figures.what'),
      by: (figure) => subjectLabel(figure, named),
      cell: (figure) => [
        h('span', { class: 'written' }, name([figure.text, figure.noun].filter(Boolean).join(' '))),
        h('span', { class: 'quiet' }, subjectLabel(figure, named), whole(figure) && [t('and.comma'), t('figures.part', { of: valueOf(whole(figure), number, t) })]),
      ],
    },
    { name: 'value', label: t('figures.value'), by: ({ low, high }) => low ?? high, cell: (figure) => h('bdi', { class: 'value' }, valueOf(figure, number, t)) },
    { name: 'party', label: t('facet.party'), by: ({ party }) => party, cell: ({ party }) => name(party) },
    { name: 'place', label: t('facet.place'), by: ({ place }) => place, cell: ({ place }) => name(place) },
    { name: 'date', label: t('figures.when'), by: ({ first }) => first, cell: ({ date, asOf }) => when(date, asOf, t) },
    { name: 'who', label: t('figures.who'), by: (figure) => figure.attribution?.text ?? null, cell: (figure) => attribution(figure.attribution, model) },
    {
      name: 'document',
      label: t('figures.document'),
      by: ({ outlet, title }) => outlet ?? title,
      cell: (figure) => [sentenceLink(figure, `open-${keyOf(figure)}`, model, send, name(figure.title)), h('span', { class: 'quiet' }, [figure.outlet, figure.published].filter(Boolean).map((text, place) => [place > 0 && t('and.comma'), h('bdi', null, text)]))],
    },
  ];
}

function when(date, asOf, t) {
  if (asOf !== null) return t('figures.as-of', { date: asOf });
  return date === null ? h('span', { class: 'unknown' }, t('undated')) : h('bdi', null, date);
}
