// What the matches have in common: outlets, years, places, authors, as toggles with counts.
import { h, patch } from '../element.js';
import { FIELDS } from '../state.js';
import { unfoldWhereThereIsRoom } from '../unfolding.js';
import { raise } from '../bottom-sheet.js';
import { chosenView } from './index.js';
import { closeOnEscape, fold, sheetClose } from './menu.js';

const SHORT = 6;

export function renderFacets(root, model, send) {
  const facets = model.found.facets.filter((facet) => facet.values.length > 0);
  const chosen = FIELDS.flatMap((field) => model.state.facets[field]).length;
  // Counts and values are of the documents that match: not where others stand beside them, or the archive as a whole.
  const view = chosenView(model.state);
  const isEmpty = facets.length === 0 && chosen === 0 && !model.found.counting;
  root.hidden = isEmpty || view.whole === true || (view.name === 'documents' && model.like !== null);
  patch(
    root,
    h(
      'details',
      { class: 'facets', mounted: beside, onKeydown: closeOnEscape, onToggle: raise },
      h('summary', null, model.t('facets'), chosen > 0 && h('span', { class: 'count' }, model.number(chosen))),
      h('div', { class: 'facets-body', 'data-counting': model.found.counting }, 
        sheetClose(model.t),
        facets.map((facet) => group(facet, model, send)),
        h('button', { class: 'bordered facets-done', onClick: ({ currentTarget }) => fold(currentTarget.closest('details')) }, model.t('facets.done', { n: model.found.total })),
      ),
    ),
  );
}

// Beside the hits the facets are always open; on a narrow page they are a layer over the hits.
function beside(details) {
  unfoldWhereThereIsRoom(details, (hasRoom) => details.toggleAttribute('data-layer', !hasRoom));
}

function group({ field, values }, model, send) {
  const { state, t } = model;
  const all = state.unfolded[field] || field === 'year';
  const chosen = ({ value }) => state.facets[field].includes(value);
  const shown = all ? values : values.filter((value, place) => place < SHORT || chosen(value));
  return h(
    'section',
    { class: `facet facet-${field}`, key: field, 'aria-labelledby': `facet-${field}` },
    h('h2', { id: `facet-${field}` }, t(`facet.${field}`)),
    h('ul', null, shown.map((value) => option(field, value, model, send))),
    values.length > SHORT && field !== 'year' && unfold(field, values, model, send),
  );
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

function unfold(field, values, { state, t }, send) {
  const open = Boolean(state.unfolded[field]);
  return h(
    'button',
    { class: 'link', 'aria-expanded': String(open), onClick: () => send({ type: 'unfold', field }) },
    open ? t('facet.fewer') : t('facet.all', { n: values.length }),
  );
}
