// What has no place on the axis: expressions that were recognised but not resolved. Not knowing is shown, not hidden.
import { h } from '../element.js';

/** More than these are counted, not listed. */
const MOST = 60;

export function tray(model, send) {
  const { axis, t } = model;
  if (axis.tray.length === 0) return null;
  return h(
    'details',
    { class: 'tray', key: 'tray' },
    h('summary', null, t('tray', { n: axis.tray.length })),
    h('p', { class: 'quiet' }, t('tray.why')),
    h('ul', null, axis.tray.slice(0, MOST).map((one, place) => item(one, place, model, send))),
    axis.tray.length > MOST && h('p', { class: 'quiet' }, t('tray.more', { n: axis.tray.length - MOST })),
  );
}

function item(one, place, model, send) {
  const key = `unplaced-${place}`;
  return h(
    'li',
    { key },
    h(
      'button',
      { id: key, class: 'link', onClick: () => send({ type: 'open', number: one.document, id: model.idOf(one.document), sentence: one.sentence, from: key }) },
      h('bdi', { lang: model.about.language }, one.text),
    ),
    ' ',
    h('bdi', { class: 'quiet' }, one.title),
  );
}
