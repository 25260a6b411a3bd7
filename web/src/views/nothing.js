// What stands where nothing was found: that, why, and a way on.
import { h } from '../element.js';
import { isNarrowed } from '../state.js';

/** The message `title`, with `why` below it where there is one, and a way back to the whole archive where something narrows it. */
export function nothing(title, why, { state, t }, send) {
  return h(
    'div',
    { class: 'nothing', key: 'nothing' },
    h('p', { class: 'nothing-title' }, t(title)),
    why && h('p', null, t(why)),
    isNarrowed(state) && h('button', { class: 'bordered', onClick: () => startOver(send) }, t('nothing.clear')),
  );
}

/** Takes away all that narrows the archive, and goes to the search box. */
export function startOver(send) {
  const field = document.getElementById('query');
  field.value = '';
  field.focus();
  send({ type: 'clear' });
}
