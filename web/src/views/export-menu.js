// The menu that takes the selection away as a file: rows, events for other programs, references, a page, a picture.
import { h } from '../element.js';
import { icon } from '../icons.js';
import { given } from '../script.js';
import { save } from '../saving.js';
import { asked } from './chips.js';
import { referenceTo } from './cite.js';
import { MENU, fold, sheetClose } from './menu.js';

/** Rows that a table and plain data can hold. */
const ROWS = ['events', 'figures', 'names', 'documents'];
/** The forms of `exports/index.js` by the rows that they are made of. */
const FORMS = { any: ['csv', 'json'], events: ['geojson', 'ics', 'timelinejs'], documents: ['bibtex', 'ris'] };
const PICTURES = { svg: saveSvg, png: savePng };

// What writes the files is a script of its own.
const writers = () => given('exports.js', 'TAWARIKH_EXPORTS');

export function exportMenu(model) {
  const { t, found, about } = model;
  const button = (form, act) =>
    h('button', { key: form, class: 'plain', 'data-form': form, title: t(`export.${form}.what`), onClick: ({ currentTarget }) => run(act, currentTarget, t) }, t(`export.${form}`));
  const group = (name, ...buttons) => h('div', { key: name, class: 'export-group', role: 'group', 'aria-label': t(`export.${name}`) }, h('p', { class: 'quiet' }, t(`export.${name}`)), h('div', null, buttons));
  const formats = (rows) => FORMS[rows].map((form) => button(form, (menu) => saveRows(form, chosenRows(menu), model)));
  return h(
    'details',
    { ...MENU, class: 'menu export', key: 'export' },
    h('summary', { class: 'plain', id: 'switch-export' }, icon('save'), t('export')),
    h(
      'div',
      { class: 'menu-body' },
      sheetClose(t),
      h('p', { class: 'quiet' }, t('export.what', { n: found.total })),
      h(
        'div',
        { class: 'export-group' },
        h('label', null, t('export.rows'), ' ', h('select', { id: 'export-rows' }, ROWS.map((rows) => h('option', { value: rows }, t(`rows.${rows}`))))),
        h('div', null, formats('any')),
      ),
      group('events', formats('events')),
      group('documents', formats('documents'), button('html', () => savePage(model))),
      about.first != null && group('timeline', Object.entries(PICTURES).map(([form, act]) => button(form, () => act(model)))),
    ),
  );
}

function chosenRows(menu) {
  return menu.querySelector('#export-rows').value;
}

// Large selections take a while: the menu says so, and what went wrong is said too.
async function run(act, button, t) {
  const menu = button.closest('details');
  const news = document.getElementById('news');
  menu.dataset.busy = 'yes';
  news.textContent = t('export.busy');
  try {
    await act(menu);
    news.textContent = t('export.done');
    fold(menu);
  } catch {
    news.textContent = t('export.failed');
    menu.querySelector('.menu-body > p').textContent = t('export.failed');
  } finally {
    delete menu.dataset.busy;
  }
}

async function saveRows(form, kind, model) {
  const { rows, type, ending, write } = (await writers()).FORMATS[form];
  const wanted = rows ?? kind;
  const gathered = await model.gather(wanted);
  const references = wanted === 'documents' ? gathered.map((reading) => referenceTo(reading, null, model)) : [];
  save(`${nameOf(model)}${rows ? '' : `-${kind}`}.${ending}`, type, write({ about: model.about, [wanted]: gathered, references }, kind));
}

// Names of files in plain letters: what is asked may be anything.
function nameOf({ about }) {
  return `tawarikh-${about.id}`;
}

async function savePage(model) {
  const { about, state, t } = model;
  const { selectionPage, selectionScript } = await writers();
  const [documents, events] = [await model.gather('documents'), await model.gather('events')];
  const words = {
    language: state.language,
    title: titleOf(model),
    asked: asked(model).join(model.t('and.comma')),
    counted: t('documents', { n: documents.length }),
    link: location.href.split('#')[0] + model.href({ open: null }),
    ...pageWords(['back', 'events', 'date', 'event', 'kind', 'source'], t),
    own: pageWords(['search', 'sentences', 'dates', 'time', 'all', 'any', 'kind', 'place'], t),
    kinds: Object.fromEntries([...new Set(events.map(({ kind }) => kind))].map((kind) => [kind, model.named('happened', kind)])),
    undated: t('undated'),
  };
  save(`${nameOf(model)}.html`, 'text/html', selectionPage({ about, documents, events }, words, selectionScript));
}

function pageWords(words, t) {
  return Object.fromEntries(words.map((word) => [word, t(`page.${word}`)]));
}

function titleOf({ about, state }) {
  return state.language === 'en' ? (about.titleEn ?? about.title) : about.title;
}

function drawn(model, picture) {
  const { named, state, t } = model;
  const words = ({ kind, shape }) => (kind ? named('happened', kind) : t(`shape.${shape}`));
  return picture(model.axis, state.plot, state.axis, pictureTitle(model), words);
}

function pictureTitle(model) {
  return [titleOf(model), asked(model).join(model.t('and.comma'))].filter(Boolean).join(': ');
}

async function saveSvg(model) {
  const { picture, svg } = await writers();
  save(`${nameOf(model)}.svg`, 'image/svg+xml', svg(drawn(model, picture), pictureTitle(model)));
}

async function savePng(model) {
  const { picture, png } = await writers();
  save(`${nameOf(model)}.png`, 'image/png', await png(drawn(model, picture), getComputedStyle(document.documentElement).getPropertyValue('--quiet')));
}
