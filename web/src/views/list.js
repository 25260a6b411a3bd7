// The timeline's twin: the same events as a list in the order of time.
import { h } from '../element.js';
import { withHijri } from '../hijri.js';
import { familyOf, kindSign } from '../kinds.js';
import { whyUnmarked } from './unmarked.js';

/** More than these are counted, not listed. */
const MOST = 300;

export function list(model, send) {
  const { marks } = model.list;
  const { t } = model;
  return h(
    'ol',
    { class: 'event-list', key: 'list', 'aria-label': t('timeline.list') },
    [...marks]
      .sort((a, b) => a.x - b.x || a.event - b.event)
      .slice(0, MOST)
      .map((mark) => {
        const key = `listed-${mark.event}`;
        return h(
          'li',
          { key },
          h(
            'button',
            { id: key, onClick: () => send({ type: 'open', number: mark.document, id: model.idOf(mark.document), sentence: mark.sentence, from: key }) },
            h('span', { class: 'event-date' }, h('bdi', null, withHijri({ label: mark.date, edtf: mark.edtf }, model)), mark.doubts.length > 0 && h('span', { class: 'doubt' }, ` ${t('doubt')}`)),
            h('span', { class: 'event-text', dir: 'auto', lang: model.about.language }, mark.label),
            h('span', { class: 'event-source' }, kind(mark, model), h('bdi', null, mark.sources > 1 ? t('sources', { n: mark.sources }) : (mark.outlet ?? mark.title))),
          ),
        );
      }),
    marks.length > MOST && h('li', { class: 'quiet', key: 'more' }, t('list.more', { n: marks.length - MOST })),
    marks.length === 0 && h('li', { class: 'quiet' }, whyUnmarked(model.list, t)),
  );
}

function kind(mark, { named }) {
  return familyOf(mark.kind) && h('span', { class: 'event-kind' }, kindSign(mark.kind), named('happened', mark.kind), ' · ');
}
