// What is not known: what the program found undated, unplaced, without a source, or at odds, each with a way to its sentence.
import { h, patch } from '../element.js';
import { classLabel } from '../counted.js';
import { ghost } from './ghost.js';
import { nothing } from './nothing.js';
import { sentenceLink } from './sentence-link.js';

/** Items of one kind shown at first. */
const SHOWN = 8;

export function renderUnknown(root, model, send) {
  const { t, state } = model;
  const { findings, pending, lost } = model.ask('findings');
  const found = findings.filter(({ count }) => count > 0);
  const all = found.reduce((sum, { count }) => sum + count, 0);
  patch(
    root,
    h('h2', { class: 'unseen' }, t('view.unknown')),
    h('p', { class: 'tally', role: 'status' }, pending.length > 0 ? t('counting') : t('unknown.tally', { n: all })),
    found.length > 0 && h('p', { class: 'quiet unknown-why' }, t('unknown.why')),
    found.length === 0 && (pending.length === 0 ? nothing('unknown.none', null, model, send, lost) : ghost()),
    h('div', { class: 'findings' }, found.map((finding) => section(finding, state.options['unknown.all'] === finding.code, model, send))),
  );
}

function section({ code, count, items }, whole, model, send) {
  const { t, named, number } = model;
  const heading = `finding-${code}`;
  return h(
    'section',
    { class: 'finding', key: code, 'aria-labelledby': heading },
    h('h3', { id: heading }, named('unknown', code), h('span', { class: 'count' }, number(count))),
    h('p', { class: 'quiet' }, named('unknown.why', code)),
    items.length > 0 && h('ul', null, (whole ? items : items.slice(0, SHOWN)).map((one, place) => item(code, one, `found-${code}-${place}`, model, send))),
    items.length > SHOWN && h('button', { class: 'link', id: `all-${code}`, 'aria-expanded': String(whole), onClick: () => send({ type: 'option', name: 'unknown.all', value: whole ? null : code }) }, t(whole ? 'unknown.fewer' : 'unknown.all', { n: items.length })),
    whole && count > items.length && h('p', { class: 'quiet' }, t('unknown.first', { n: items.length, all: count })),
  );
}

// What sources differ on stands one under the other; readings of the same words go on in the line.
const SIDE_BY_SIDE = ['date-disagreement', 'figure-disagreement', 'repeated-claim'];
/** Events have their date beside them. */
const DATED = 'single-source';

function item(code, one, key, model, send) {
  const { about, named, t } = model;
  const said = (text) => h('bdi', { lang: about.language }, text);
  const text = code === 'figure-disagreement' ? h('bdi', null, classLabel(one.text, named)) : said(one.text || one.title);
  const listed = SIDE_BY_SIDE.includes(code);
  return h(
    'li',
    { key },
    sentenceLink(one, key, model, send, text),
    !listed && one.detail.length > 0 && beside(code, one.detail, said, t),
    one.text && h('span', { class: 'quiet' }, ' ', said(one.title)),
    listed && h('ul', { class: 'sides' }, one.detail.map((side, place) => h('li', { key: place }, said(side)))),
  );
}

// In the line of an item: the date of an event, or how the words may be read.
function beside(code, detail, said, t) {
  if (code === DATED) return h('span', { class: 'quiet' }, ' ', h('bdi', null, detail[0]));
  return h('span', null, ` ${t('unknown.detail')} `, detail.map((reading, place) => [place > 0 && t('unknown.or'), said(reading)]));
}
