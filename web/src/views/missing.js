// The parts of the archive that are not to be had: how many, the remedy, and their files, which fold out.
import { h } from '../element.js';
import { fragmentFile } from '../fragments.js';

/** More files than these are counted, not named. */
const NAMED = 12;

/** What is said of the fragments with the numbers `lost`, by the message `words` that counts them, and the ways on. */
export function missing(words, lost, { about, t }) {
  const files = lost.slice(0, NAMED).map((number) => h('li', { key: number }, h('bdi', { dir: 'ltr' }, fragmentFile(about.fragments?.folder, number))));
  return h(
    'div',
    { class: 'note lost', key: 'lost' },
    h('p', { role: 'status' }, t(words, { n: lost.length }), ' ', t('lost.remedy')),
    h(
      'div',
      { class: 'ways' },
      h('button', { class: 'bordered', onClick: () => location.reload() }, t('failure.again')),
      h('details', null, h('summary', null, t('lost.files')), h('ul', null, files, lost.length > NAMED && h('li', { key: 'more' }, t('lost.more', { n: lost.length - NAMED })))),
    ),
  );
}
