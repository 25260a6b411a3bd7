// The names of the selection: places, parties, people, how often, when, and who is named with whom.
import { h, patch } from '../element.js';
import { extentOf, totalOf } from '../months.js';
import { labelOf, nameCard, narrowButton } from './name-card.js';
import { ghost } from './ghost.js';
import { nothing } from './nothing.js';
import { sparkline } from './sparkline.js';
import { table } from './table.js';

const KINDS = ['place', 'party', 'person'];
/** Companions of a name shown in its row. */
const WITH = 4;

export function renderNames(root, model, send) {
  const { state, t } = model;
  const answer = model.ask('names');
  const { names, pending, lost } = answer;
  const kind = KINDS.find((one) => one === state.options['names.kind']);
  const rows = names.filter((name) => !kind || name.kind === kind);
  const chosen = names.findIndex((name) => keyOf(name) === state.options['names.of']);
  patch(
    root,
    h('h2', { class: 'unseen' }, t('view.names')),
    h('p', { class: 'tally', role: 'status' }, pending.length > 0 ? t('counting') : t('names.tally', { n: rows.length })),
    names.length === 0 && (pending.length === 0 ? nothing('names.none', null, model, send, lost) : ghost()),
    names.length > 0 && kinds(names, kind, model, send),
    h(
      'div',
      { class: 'names-layout', 'data-chosen': chosen >= 0 },
      rows.length > 0 && h('div', { class: 'names-table' }, table({ name: 'names', caption: t('view.names'), columns: columns(names, model, send).filter(({ beside }) => chosen < 0 || !beside), rows, key: keyOf }, model, send)),
      chosen >= 0 && h('div', { class: 'names-side' }, nameCard(answer, chosen, model, send, { choose: (name) => choose(name, send), close: () => leave(names[chosen], send) })),
    ),
  );
}

function keyOf({ kind, name }) {
  return `${kind}:${name}`;
}

function choose(name, send) {
  send({ type: 'option', name: 'names.of', value: name && keyOf(name) });
}

// Where the card goes, the focus is on its name in the table again.
function leave(name, send) {
  choose(null, send);
  document.getElementById(`name-${keyOf(name)}`)?.focus({ preventScroll: true });
}

function kinds(names, kind, { number, t }, send) {
  const one = (value, label, count) => h('button', { key: value ?? 'all', id: `names-${value ?? 'all'}`, class: 'plain', 'aria-pressed': String(kind === value), onClick: () => send({ type: 'option', name: 'names.kind', value: value ?? null }) }, label, h('span', { class: 'count' }, number(count)));
  const counted = KINDS.map((value) => [value, names.filter((name) => name.kind === value).length]).filter(([, count]) => count > 0);
  return h('div', { class: 'subjects', role: 'group', 'aria-label': t('names.kinds') }, one(undefined, t('names.all'), names.length), counted.map(([value, count]) => one(value, t(`names.${value}`), count)));
}

// What the card of a name says too is left to it (`beside`) where one is open.
function columns(names, model, send) {
  const { state, number, t } = model;
  const months = extentOf(names.map((name) => name.months));
  const most = Math.max(1, ...names.flatMap((name) => name.months.map(([, count]) => count)));
  return [
    {
      name: 'name',
      label: t('names.name'),
      by: (name) => labelOf(name, state),
      cell: (name) => [
        h('button', { class: 'link', id: `name-${keyOf(name)}`, 'aria-pressed': String(state.options['names.of'] === keyOf(name)), onClick: () => choose(state.options['names.of'] === keyOf(name) ? null : name, send) }, h('bdi', null, labelOf(name, state))),
        h('span', { class: 'quiet' }, t(`name.${name.kind}`), name.kind === 'place' && name.latitude === null && [t('and.comma'), t('name.nowhere')]),
      ],
    },
    { name: 'documents', label: t('name.documents'), by: (name) => name.documents, cell: (name) => number(name.documents) },
    { name: 'count', label: t('names.mentions'), by: (name) => name.count, cell: (name) => number(name.count) },
    { name: 'events', label: t('name.events'), by: (name) => totalOf(name.months), cell: (name) => number(totalOf(name.months)) },
    { name: 'months', label: t('names.months'), cell: (name) => months && name.months.length > 0 && sparkline(name.months, months, most, model) },
    {
      name: 'with',
      beside: true,
      label: t('name.with'),
      cell: (name) =>
        name.with.length > 0 &&
        h('ul', { class: 'companions' }, name.with.slice(0, WITH).filter(([other]) => names[other]).map(([other]) => h('li', { key: other }, h('button', { class: 'link', onClick: () => choose(names[other], send) }, h('bdi', null, labelOf(names[other], state)))))),
    },
    { name: 'narrow', beside: true, label: t('names.narrow'), cell: (name) => narrowButton(name, `narrow-${keyOf(name)}`, t('names.narrow'), model, send) },
  ];
}
