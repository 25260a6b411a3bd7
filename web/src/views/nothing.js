// What stands where nothing was found: that, why, and a way on.
import { h } from '../element.js';
import { isFiltered, isNarrowed } from '../state.js';
import { examples } from './examples.js';

/** The message `title`, with `why` below it where there is one, and the ways on. An archive without documents says that of itself. */
export function nothing(title, why, model, send) {
  const { about, state, t } = model;
  if (about.documents === 0) return message(t('empty'), [t('empty.why'), h('code', { dir: 'ltr' }, 'tawarikh build')]);
  return message(
    t(title),
    why && t(why),
    isNarrowed(state) &&
      h(
        'p',
        { class: 'ways' },
        state.query !== '' && isFiltered(state) && h('button', { key: 'unfilter', id: 'unfilter', class: 'bordered', onClick: () => send({ type: 'unfilter' }) }, t('nothing.unfilter')),
        h('button', { key: 'clear', class: 'bordered', onClick: () => startOver(send) }, t('nothing.clear')),
      ),
    state.query !== '' && examples(model, send),
  );
}

function message(title, why, ...ways) {
  return h('div', { class: 'nothing', key: 'nothing' }, h('p', { class: 'nothing-title' }, title), why && h('p', null, why), ways);
}

/** Takes away all that narrows the archive, and goes to the search box. */
export function startOver(send) {
  const field = document.getElementById('query');
  field.value = '';
  field.focus();
  send({ type: 'clear' });
}
