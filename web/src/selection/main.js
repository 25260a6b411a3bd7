// The script of a page of a selection (exports/page.js): searches its sentences and holds its dates to a time, a kind, a place. It
// reads what it shows from the page itself, so that the page says the same without it.
import { places, wordsOf } from './words.js';
import { barsOf } from './years.js';

/** Sentences shown at once. */
const MOST = 200;

const main = document.querySelector('main');
const words = JSON.parse(main.dataset.words);
const rows = [...document.querySelectorAll('tbody tr')].map((element) => ({ element, first: element.dataset.first ?? '', last: element.dataset.last ?? '', kind: element.dataset.kind, places: JSON.parse(element.dataset.places), sentence: element.querySelector('a').getAttribute('href').slice(1) }));
const sentences = [...document.querySelectorAll('article span[id]')].map((element) => ({ element, id: element.id, text: element.textContent, title: element.closest('article').querySelector('h2').textContent, lang: element.closest('article').lang }));
const chosen = { query: '', bar: null, kind: '', place: '' };

const make = (tag, props = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
};

const field = make('input', { type: 'search', id: 'words', autocomplete: 'off', oninput: ({ target }) => choose('query', target.value) });
const found = make('output', { htmlFor: 'words' });
const results = make('ol', { className: 'found' });
const bars = make('div', { className: 'bars' });
const dated = make('output');

begin();

function begin() {
  bars.setAttribute('role', 'group');
  bars.setAttribute('aria-label', words.time);
  const tools = make('form', { className: 'tools', onsubmit: (event) => event.preventDefault() }, make('label', { htmlFor: 'words' }, words.search), field, found);
  tools.setAttribute('role', 'search');
  document.querySelector('h1').parentElement.querySelector('.faded').after(tools, results);
  const kinds = options('kind', words.kind, rows.map(({ kind, element }) => [kind, element.querySelector('.kind').textContent]));
  const towns = options('place', words.place, rows.flatMap(({ places: named }) => named.map((name) => [name, name])));
  const all = make('button', { type: 'button', onclick: () => choose('bar', null) }, words.all);
  document.querySelector('table')?.before(bars, make('div', { className: 'tools' }, all, kinds, towns, dated));
  drawBars(all);
  show();
}

// A choice among what occurs, the most frequent first.
function options(name, label, values) {
  const counts = new Map();
  for (const [value, text] of values) counts.set(value, [text, (counts.get(value)?.[1] ?? 0) + 1]);
  const sorted = [...counts].sort((one, other) => other[1][1] - one[1][1]);
  const select = make('select', { onchange: ({ target }) => choose(name, target.value) }, make('option', { value: '' }, words.any), ...sorted.map(([value, [text, count]]) => make('option', { value }, `${text} (${count})`)));
  return make('label', {}, `${label} `, select);
}

function drawBars(all) {
  const list = barsOf(rows.map(({ first }) => first).filter(Boolean));
  const most = Math.max(1, ...list.map(({ count }) => count));
  bars.replaceChildren(
    ...list.map((bar, place) => {
      const fill = make('i');
      fill.style.blockSize = `${(100 * bar.count) / most}%`;
      const button = make('button', { type: 'button', title: `${bar.label}: ${bar.count}`, onclick: () => choose('bar', chosen.bar === bar ? null : bar) }, fill);
      button.setAttribute('aria-label', `${bar.label}: ${bar.count}`);
      // Some are named: all of them would not fit.
      if (place % Math.ceil(list.length / 8) === 0) button.append(make('small', {}, bar.label));
      bar.button = button;
      return button;
    }),
  );
  bars.hidden = all.hidden = list.length < 2;
  bars.list = list;
}

function choose(name, value) {
  chosen[name] = value;
  show();
}

function show() {
  const asked = wordsOf(chosen.query);
  const hits = asked.length === 0 ? null : sentences.map((sentence) => ({ ...sentence, spots: places(sentence.text, asked) })).filter(({ spots }) => spots);
  const having = hits && new Set(hits.map(({ id }) => id));
  const kept = rows.filter(isKept);
  const shown = new Set(kept.filter(({ sentence }) => !having || having.has(sentence)));
  for (const row of rows) row.element.hidden = !shown.has(row);
  for (const bar of bars.list ?? []) bar.button.setAttribute('aria-pressed', String(chosen.bar === bar));
  const narrowed = chosen.bar !== null || chosen.kind !== '' || chosen.place !== '';
  const told = new Set(kept.map(({ sentence }) => sentence));
  const listed = (hits ?? []).filter(({ id }) => !narrowed || told.has(id));
  found.textContent = hits ? `${words.sentences}: ${listed.length}` : '';
  dated.textContent = `${words.dates}: ${shown.size}`;
  results.replaceChildren(...listed.slice(0, MOST).map(hit));
}

function isKept({ first, last, kind, places: named }) {
  if (chosen.kind !== '' && kind !== chosen.kind) return false;
  if (chosen.place !== '' && !named.includes(chosen.place)) return false;
  return chosen.bar === null || (first !== '' && first < chosen.bar.last && (last || first) >= chosen.bar.first);
}

// A sentence with the words marked, on the way to where it stands.
function hit({ id, text, title, lang, spots }) {
  const parts = [];
  let end = 0;
  for (const [from, to] of spots) {
    parts.push(text.slice(end, from), make('mark', {}, text.slice(from, to)));
    end = to;
  }
  const link = make('a', { href: `#${id}`, lang, dir: 'auto' }, ...parts, text.slice(end));
  return make('li', {}, link, ' ', make('span', { className: 'faded' }, title));
}
