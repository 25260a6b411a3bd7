// On paper the cards can't be opened: the dates of the text and where the document comes from stand below it.
import { h } from '../element.js';
import { plain } from '../exports/citation.js';
import { referenceTo } from './cite.js';
import { inInterface } from './reader-head.js';

export function footnotes(model) {
  const { named, reading, state, t } = model;
  const placed = reading.mentions.filter((mention) => mention.placed);
  return h(
    'section',
    { class: 'footnotes', 'aria-hidden': 'true', ...inInterface(model) },
    state.markDates === 'on' &&
      h(
        'ol',
        null,
        placed.map(({ text, label, edtf, how, findings }, place) =>
          h(
            'li',
            { key: place },
            h('bdi', null, text),
            ': ',
            h('bdi', null, label),
            ' (',
            h('bdi', { dir: 'ltr' }, edtf),
            t('and.comma'),
            named('how', how),
            findings.map(({ code }) => [t('and.comma'), named('finding', code)]),
            ')',
          ),
        ),
      ),
    h('p', null, plain(referenceTo(reading, null, model))),
  );
}
