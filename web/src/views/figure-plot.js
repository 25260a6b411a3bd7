// One counted thing over time: a mark a figure, as high as its value and as wide as its date; a range is a bar, an open end an
// arrow, a source a shape.
import { h } from '../element.js';
import { subjectLabel, valueOf } from '../counted.js';
import { yearLabel } from '../months.js';
import { heights, widths } from '../plot.js';

/** Sources that have a shape of their own; all others share the last. */
const SHAPES = ['disc', 'square', 'diamond', 'triangle', 'ring'];

const percent = (share) => `${(share * 100).toFixed(2)}%`;

/** Whether a figure has a value and a time. */
export function isDrawn({ low, high, first, last }) {
  return (low !== null || high !== null) && first !== null && last !== null;
}

/** The plot of a group of figures (counted.js). */
export function figurePlot(group, model, send) {
  const { state, t, number, named } = model;
  const figures = group.figures.filter(isDrawn).sort((one, other) => one.first - other.first);
  const sources = sourcesOf(figures, t);
  const up = heights(figures.flatMap(({ low, high }) => [low, high].filter((value) => value !== null)));
  const across = widths(figures.map(({ first, last }) => [first, last]));
  const title = subjectLabel(group, named);
  return h(
    'figure',
    { class: 'plot', key: group.subject },
    h('figcaption', null, title, h('span', { class: 'quiet' }, ` ${t('figures.tally', { n: figures.length })}`)),
    h(
      'div',
      { class: 'plot-box', dir: state.axis, role: 'group', 'aria-label': t('figures.plot', { what: title }) },
      up.ticks.map((tick) => h('span', { key: `tick-${tick}`, class: 'plot-tick', 'aria-hidden': 'true', style: { 'inset-block-end': percent(up.at(tick)) } }, h('bdi', null, number(tick)))),
      timesOf(figures, across, state).map(([time, share]) => h('span', { key: `time-${time}`, class: 'plot-time', 'aria-hidden': 'true', style: { 'inset-inline-start': percent(share) } }, h('bdi', null, time))),
      figures.map((figure) => mark(figure, sources, up, across, model, send)),
    ),
    h('ul', { class: 'plot-sources', 'aria-label': t('figures.sources') }, sources.named.map(({ name, shape }) => h('li', { key: name }, h('span', { class: 'plot-shape', 'data-shape': shape, 'aria-hidden': 'true' }), h('bdi', null, name)))),
  );
}

// Years, or where all is within one the date of the first figure.
function timesOf(figures, { years, at }, { digits }) {
  if (years.length > 0) return years.map(([year, share]) => [yearLabel(year, digits), share]);
  return figures.slice(0, 1).map(({ date, asOf, first }) => [date ?? asOf ?? '', at(first)]);
}

// The sources with most figures have shapes of their own.
function sourcesOf(figures, t) {
  const counts = new Map();
  for (const figure of figures) counts.set(sourceOf(figure, t), (counts.get(sourceOf(figure, t)) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
  const shape = (name) => SHAPES[Math.min(sorted.indexOf(name), SHAPES.length - 1)];
  const own = sorted.length <= SHAPES.length ? sorted : sorted.slice(0, SHAPES.length - 1);
  const named = own.map((name) => ({ name, shape: shape(name) }));
  if (own.length < sorted.length) named.push({ name: t('figures.others', { n: sorted.length - own.length }), shape: SHAPES.at(-1) });
  return { named, shape };
}

function sourceOf({ attribution }, t) {
  return attribution?.text ?? t('told.nobody');
}

function mark(figure, sources, up, across, model, send) {
  const { t, number, state } = model;
  const { low, high, first, last, document, sentence } = figure;
  const source = sourceOf(figure, t);
  const [bottom, top] = [up.at(low ?? high), up.at(high ?? low)];
  const [from, to] = [across.at(first), across.at(last + 1)];
  const key = `plotted-${document}-${figure.number}`;
  const name = [valueOf(figure, number, t), figure.date ?? figure.asOf, source, figure.title].filter(Boolean).join(t('and.comma'));
  return h(
    'button',
    {
      key,
      id: key,
      class: 'plot-mark',
      'aria-label': name,
      title: name,
      'data-open': high === null ? 'up' : low === null ? 'down' : null,
      style: { 'inset-inline-start': percent(from), 'inline-size': percent(to - from), 'inset-block-end': percent(bottom), 'block-size': percent(top - bottom) },
      'aria-current': state.open?.sentence === sentence && model.reading?.document === document ? 'true' : null,
      onClick: () => send({ type: 'open', number: document, id: model.idOf(document), sentence, from: key }),
    },
    h('span', { class: 'plot-range' }),
    // Between its two ends nothing is told, so no shape stands there.
    ['low', low !== null && high !== null && low !== high && 'high'].filter(Boolean).map((end) => h('span', { key: end, class: 'plot-shape', 'data-shape': sources.shape(source), 'data-end': end })),
  );
}
