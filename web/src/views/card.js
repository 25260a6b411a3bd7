// The card of a mark in the text: what a date was taken to mean and what speaks against it, where a place lies, what a figure
// counts and who says so.
import { h } from '../element.js';
import { readerCovers } from '../layout.js';
import { valueOf } from '../counted.js';
import { hijriOf } from '../hijri.js';
import { attribution } from './attribution.js';
import { inInterface } from './reader-head.js';

export function card(model, send) {
  const { kind, number, anchor } = model.state.card;
  return h(
    'div',
    {
      class: 'card',
      key: anchor,
      popover: 'manual',
      role: 'dialog',
      'aria-label': model.t(`card.${kind}`),
      ...inInterface(model),
      mounted: (element) => show(element, document.getElementById(anchor)),
    },
    CARDS[kind](number, model, send),
  );
}

const CARDS = { mention: dateCard, name: nameCard, figure: figureCard };

function row(name, value, { t }) {
  return h('div', { key: name }, h('dt', null, t(name)), h('dd', null, value));
}

function code(text) {
  return h('code', { dir: 'ltr' }, text);
}

function dateCard(number, model, send) {
  const { reading, t } = model;
  const mention = reading.mentions[number];
  return [
    h('p', { class: 'card-value' }, headline(mention, t)),
    h(
      'dl',
      null,
      row('card.written', h('bdi', { lang: reading.language }, mention.text), model),
      mention.precision && row('card.precision', t(`shape.${mention.precision}`), model),
      mention.days && hijriOf(mention.days, mention.precision, model) && row('card.hijri', h('bdi', null, hijriOf(mention.days, mention.precision, model)), model),
      mention.how !== 'unresolved' && row('card.how', model.named('how', mention.how), model),
      row('card.rule', code(mention.rule), model),
      mention.edtf && row('card.edtf', code(mention.edtf), model),
      events(number, model),
    ),
    happening(number, model, send),
    mention.findings.map((finding) => doubt(finding, model)),
    mention.placed && model.axis?.domain && h('button', { class: 'link', onClick: () => showOnTimeline(mention, model, send) }, t('card.show')),
  ];
}

function headline({ kind, label }, t) {
  if (label != null) return h('bdi', null, label);
  return kind === 'date' ? t('card.unplaced') : t(`card.${kind}`);
}

// What the date dates, and how many sources tell the same.
function events(number, model) {
  const { named, reading, t } = model;
  const own = (reading.events ?? []).filter(({ mention }) => mention === number);
  return own.map(({ kind, sources }) => [
    kind !== 'other' && row('card.event', named('happened', kind), model),
    sources > 1 && row('card.sources', t('sources', { n: sources }), model),
  ]);
}

// The way to the other sources of the same happening.
function happening(number, { reading, t }, send) {
  const told = (reading.events ?? []).find(({ mention, sources }) => mention === number && sources > 1);
  if (!told) return null;
  const go = () => {
    send({ type: 'option', name: 'happenings.open', value: String(told.happening) });
    send({ type: 'view', view: 'happenings' });
    if (readerCovers()) send({ type: 'close' });
  };
  return h('button', { id: 'card-happening', class: 'link', onClick: go }, t('card.others'));
}

function doubt({ code, readings }, model) {
  return h(
    'div',
    { class: 'card-doubt', key: code },
    h('p', null, model.named('finding', code)),
    readings.length > 0 && h('ul', { 'aria-label': model.t('card.readings') }, readings.map((reading) => h('li', { key: reading }, h('bdi', null, reading)))),
  );
}

function nameCard(number, model, send) {
  const { reading, state, number: digits, t } = model;
  const name = reading.names[number];
  const english = state.language === 'en' && name.nameEn;
  return [
    h('p', { class: 'card-value' }, h('bdi', null, english ? name.nameEn : name.name)),
    h(
      'dl',
      null,
      row('card.kind', t(`name.${name.kind}`), model),
      english ? row('card.archive-name', h('bdi', { lang: reading.language }, name.name), model) : name.nameEn && row('card.other-name', h('bdi', { lang: 'en' }, name.nameEn), model),
      name.kind === 'place' && row('card.coordinates', name.coordinates ? code(name.coordinates.map((degrees) => degrees.toFixed(3)).join(', ')) : t('card.unlocated'), model),
      name.source && row('card.source', h('bdi', null, name.source), model),
      row('card.count', digits(name.count), model),
    ),
    name.kind === 'place' && h('button', { class: 'link', 'aria-pressed': String(state.facets.place.includes(name.name)), onClick: () => narrow(name.name, send) }, t('card.narrow')),
  ];
}

function narrow(value, send) {
  send({ type: 'facet', field: 'place', value });
  if (readerCovers()) send({ type: 'close' });
}

function figureCard(number, model) {
  const { reading, named, number: digits, t } = model;
  const figure = reading.figures[number];
  return [
    h('p', { class: 'card-value' }, h('bdi', null, valueOf(figure, digits, t))),
    h(
      'dl',
      null,
      row('card.written', h('bdi', { lang: reading.language }, figure.text), model),
      figure.noun && row('card.counted', h('bdi', { lang: reading.language }, figure.noun), model),
      figure.fate && row('card.fate', named('fate', figure.fate), model),
      figure.party && row('card.party', h('bdi', null, figure.party), model),
      figure.place && row('card.place', h('bdi', null, figure.place), model),
      row('card.says', attribution(figure.attribution, model), model),
      figure.asOf && row('card.as-of', h('bdi', null, figure.asOf), model),
      row('card.rule', code(figure.rule), model),
    ),
  ];
}

function showOnTimeline(mention, model, send) {
  send({ type: 'window', window: around(mention.days, model.axis.domain), gliding: true });
  if (readerCovers()) send({ type: 'close' });
}

// Something short keeps some time around it, so that it is seen among its neighbours; an open end ends with the axis.
function around(days, domain) {
  const [first, last] = [Math.max(days[0], domain[0]), Math.min(days[1] + 1, domain[1])];
  const air = Math.max((last - first) * 0.6, 60);
  return [first - air, last + air];
}

function show(card, anchor) {
  card.showPopover();
  place(card, anchor);
}

/** Keeps the open card at its words while `reader` scrolls; false once they have left the reader's sight, or where there is none. */
export function cardKept(reader) {
  const card = reader.querySelector('.card');
  const anchor = card && reader.querySelector('[aria-expanded=true].annotated');
  if (!anchor) return false;
  const [words, sight] = [anchor.getClientRects()[0], reader.getBoundingClientRect()];
  if (!words || words.bottom < sight.top || words.top > sight.bottom) return false;
  place(card, anchor);
  return true;
}

// Below the marked words, or above them where there is no room; never past the screen's edges.
function place(card, anchor) {
  if (!anchor) return;
  const words = anchor.getClientRects()[0];
  const box = card.getBoundingClientRect();
  // Without the scroll bar, which a page from the right has at its left.
  const { clientWidth } = document.documentElement;
  const below = words.bottom + 8;
  const top = below + box.height > innerHeight - 8 ? Math.max(words.top - 8 - box.height, 8) : below;
  const centred = words.left + words.width / 2 - box.width / 2;
  card.style.top = `${top}px`;
  card.style.left = `${Math.min(Math.max(centred, 8), clientWidth - 8 - box.width)}px`;
}
