// The search box with what it offers, what narrows the archive, and a way in for the first visit.
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { isFiltered, isNarrowed } from '../state.js';
import { chips } from './chips.js';
import { combobox } from './combobox.js';
import { examples } from './examples.js';
import { help } from './help.js';
import { missing } from './missing.js';

export function renderSearch(root, model, send) {
  patch(
    root,
    box(model, send),
    model.state.helping && help(model, send),
    isNarrowed(model.state) ? chips(model, send) : model.state.view === 'documents' && welcome(model, send),
    suggestion(model, send),
    notes(model),
    lost(model),
  );
}

function box(model, send) {
  const { state, t } = model;
  return h(
    'form',
    { role: 'search', class: 'search', onSubmit: (event) => event.preventDefault() },
    icon('search'),
    combobox(model, send),
    state.query !== '' &&
      h('button', { type: 'button', key: 'clear', class: 'plain square', 'aria-label': t('search.clear'), onClick: () => ask('', send) }, icon('close')),
    h('button', { type: 'button', key: 'help', id: 'switch-help', class: 'plain square', 'aria-label': t('help'), title: t('help'), 'aria-expanded': String(state.helping), 'aria-controls': state.helping ? 'help' : null, onClick: () => send({ type: 'help' }) }, icon('help')),
  );
}

/** Puts a query into the box as if the reader had typed it, and goes there. */
export function ask(query, send) {
  const field = document.getElementById('query');
  field.value = query;
  field.focus();
  send({ type: 'query', query });
}

function welcome(model, send) {
  const { about, state } = model;
  const description = state.language === 'en' ? (about.descriptionEn ?? about.description) : about.description;
  return h('div', { class: 'welcome', key: 'welcome' }, description && h('p', { dir: 'auto' }, description), examples(model, send));
}

// What the reader may have meant, with the words that differ set apart; not where few are left because of the filters.
function suggestion({ found, state, about, t }, send) {
  if (!found.suggestion || (isFiltered(state) && found.total > 0)) return null;
  const { query, pieces } = found.suggestion;
  return h(
    'p',
    { class: 'note suggestion', key: 'suggestion' },
    t('suggestion'),
    ' ',
    h('button', { id: 'suggestion', class: 'link', dir: 'auto', lang: about.language, onClick: () => ask(query, send) }, pieces.map(({ text, hit }) => (hit ? h('em', null, text) : text))),
  );
}

function notes({ found, t, named }) {
  return found.notes.map(({ code, text }) => {
    const words = named('note', code);
    return h('p', { class: 'note', key: `${code} ${text}` }, words === code ? t('note') : words, ' ', h('bdi', null, text));
  });
}

// What is shown would need these parts of the archive.
function lost(model) {
  const parts = model.lost();
  return parts.length > 0 && missing('lost', parts, model);
}
