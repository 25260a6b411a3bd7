// What the matches have in common: outlets, years, places, authors, as toggles with counts.
import { h, patch } from '../element.js';
import { FIELDS } from '../state.js';
import { unfoldWhereThereIsRoom } from '../unfolding.js';
import { raise } from '../bottom-sheet.js';
import { chosenView } from './index.js';
import { closeOnEscape, fold, sheetClose } from './menu.js';

/** Values of a facet that are shown at first; years stand two in a line. */
const SHORT = 6;
const YEARS = 24;
/** So many more are shown at once. */
const MANY = 120;

/**
 * What draws the facets, as `act(root, model, send)`: first all but those that the reader has unfolded, then each of these. Hundreds of
 * values take as long to lay out as all the rest of the page.
 */
export function facetTurns({ state }) {
  const unfolded = FIELDS.filter((field) => state.unfolded[field] > leastOf(field));
  return [(...shown) => renderFrame(unfolded, ...shown), ...unfolded.map((field) => (...shown) => renderGroup(field, ...shown))];
}

function renderFrame(unfolded, root, model, send) {
  const { state, found } = model;
  const facets = found.facets.filter((facet) => facet.values.length > 0);
  const chosen = FIELDS.flatMap((field) => state.facets[field]).length;
  // Counts and values are of the documents that match: not where others stand beside them, or the archive as a whole.
  const view = chosenView(state);
  const isEmpty = facets.length === 0 && chosen === 0 && !found.counting;
  root.hidden = isEmpty || view.whole === true || (view.name === 'documents' && model.like !== null);
  patch(
    root,
    h(
      'details',
      { class: 'facets', mounted: beside, onKeydown: closeOnEscape, onToggle: raise },
      h('summary', null, model.t('facets'), chosen > 0 && h('span', { class: 'count' }, model.number(chosen))),
      h('div', { class: 'facets-body', 'data-counting': found.counting },
        sheetClose(model.t),
        facets.map(({ field }) => h('section', { class: `facet facet-${field}`, key: field, 'aria-labelledby': `facet-${field}`, held: true })),
        h('button', { class: 'bordered facets-done', onClick: ({ currentTarget }) => fold(currentTarget.closest('details')) }, model.t('facets.done', { n: found.total })),
      ),
    ),
  );
  for (const { field } of facets) if (!unfolded.includes(field)) renderGroup(field, root, model, send);
}

// Beside the hits the facets are always open; on a narrow page they are a layer over the hits.
function beside(details) {
  unfoldWhereThereIsRoom(details, (hasRoom) => details.toggleAttribute('data-layer', !hasRoom));
}

// Nothing where the facet has no values, and so no place.
function renderGroup(field, root, model, send) {
  const section = root.querySelector(`.facet-${field}`);
  if (section === null) return;
  const { state, found, t } = model;
  const { values } = found.facets.find((facet) => facet.field === field);
  const least = leastOf(field);
  patch(
    section,
    h('h2', { id: `facet-${field}` }, t(`facet.${field}`)),
    h('ul', null, foremost(values, state.unfolded[field] ?? least, state.facets[field]).map((value) => option(field, value, model, send))),
    values.length > least && unfold(field, values.length, least, model, send),
  );
}

function leastOf(field) {
  return field === 'year' ? YEARS : SHORT;
}

// So many of the values that most documents have, in their own order, and what is chosen: hundreds would push the other facets
// out of sight, and laying them out would take longer than all the rest of the page.
function foremost(values, many, chosen) {
  if (values.length <= many) return values;
  const best = new Set([...values].sort((one, other) => other.count - one.count).slice(0, many));
  return values.filter((value) => best.has(value) || chosen.includes(value.value));
}

/** What a value is called: kinds of events are named by their ids. */
export function labelOf(field, { value, label }, named) {
  return field === 'kind' ? named('happened', value) : (label ?? value);
}

function option(field, value, { state, number, named, t }, send) {
  return h(
    'li',
    { key: value.value },
    h(
      'button',
      { 'aria-pressed': String(state.facets[field].includes(value.value)), class: 'option', onClick: () => send({ type: 'facet', field, value: value.value }) },
      h('bdi', { class: 'option-label' }, labelOf(field, value, named)),
      h('span', { class: 'count' }, h('span', { class: 'unseen' }, ` ${t('documents', { n: value.count })}`), h('span', { 'aria-hidden': 'true' }, number(value.count))),
    ),
  );
}

// All of a few, otherwise a few more with every press, and in the end the first few again.
function unfold(field, all, least, { state, t }, send) {
  const shown = state.unfolded[field] ?? least;
  const rest = all - shown;
  const next = rest <= 0 ? least : shown === least ? MANY : shown + MANY;
  const words = rest <= 0 ? t('facet.fewer') : next >= all ? t('facet.all', { n: all }) : t('more', { n: rest });
  return h('button', { class: 'link', 'aria-expanded': String(shown > least), onClick: () => send({ type: 'unfold', field, shown: next }) }, words);
}
