// The card of one time expression: what it was taken to mean, how, and what speaks against it.
import { h } from '../element.js';
import { readerCovers } from '../layout.js';

export function dateCard(model, send) {
  const { reading, state, t } = model;
  const mention = reading.mentions[state.card];
  return h(
    'div',
    {
      class: 'card',
      key: `card-${state.card}`,
      popover: 'manual',
      role: 'dialog',
      'aria-label': t('card'),
      lang: state.language,
      dir: state.language === 'ar' ? 'rtl' : 'ltr',
      mounted: (card) => show(card, document.getElementById(`mention-${state.card}`)),
    },
    h('p', { class: 'card-value' }, headline(mention, t)),
    h('dl', null, rows(mention, model)),
    mention.findings.map((finding) => doubt(finding, model)),
    mention.placed && model.axis?.domain &&
      h('button', { class: 'link', onClick: () => showOnTimeline(mention, model, send) }, t('card.show')),
  );
}

function headline({ kind, label }, t) {
  if (label != null) return h('bdi', null, label);
  return kind === 'date' ? t('card.unplaced') : t(`card.${kind}`);
}

function rows(mention, model) {
  const { t } = model;
  const row = (name, value) => h('div', { key: name }, h('dt', null, t(name)), h('dd', null, value));
  return [
    row('card.written', h('bdi', { lang: model.reading.language }, mention.text)),
    mention.precision && row('card.precision', t(`shape.${mention.precision}`)),
    mention.how !== 'unresolved' && row('card.how', model.named('how', mention.how)),
    row('card.rule', h('code', { dir: 'ltr' }, mention.rule)),
    mention.edtf && row('card.edtf', h('code', { dir: 'ltr' }, mention.edtf)),
  ];
}

function doubt({ code, readings }, model) {
  return h(
    'div',
    { class: 'card-doubt', key: code },
    h('p', null, model.named('finding', code)),
    readings.length > 0 && h('ul', { 'aria-label': model.t('card.readings') }, readings.map((reading) => h('li', { key: reading }, h('bdi', null, reading)))),
  );
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

// Below the marked words, or above them where there is no room; never past the screen's edges.
function show(card, anchor) {
  card.showPopover();
  if (!anchor) return;
  const words = anchor.getClientRects()[0];
  const box = card.getBoundingClientRect();
  const below = words.bottom + 8;
  const top = below + box.height > innerHeight - 8 ? Math.max(words.top - 8 - box.height, 8) : below;
  const centred = words.left + words.width / 2 - box.width / 2;
  card.style.top = `${top}px`;
  card.style.left = `${Math.min(Math.max(centred, 8), innerWidth - 8 - box.width)}px`;
}
