// Which marks the text carries: each kind can be switched off.
import { h } from '../element.js';
import { MENU, sheetClose } from './menu.js';
import { SWITCHES } from './reader-text.js';

export function markMenu(model, send) {
  const { state, t } = model;
  return h(
    'details',
    { ...MENU, class: 'menu', key: 'marks' },
    h('summary', { class: 'plain', id: 'switch-marks' }, t('marks')),
    h(
      'fieldset',
      { class: 'menu-body' },
      h('legend', { class: 'unseen' }, t('marks')),
      sheetClose(t),
      Object.entries(SWITCHES).map(([kind, name]) =>
        h(
          'label',
          { key: kind },
          h('input', { type: 'checkbox', name, '.checked': state[name] === 'on', onChange: ({ target }) => send({ type: 'choose', name, value: target.checked ? 'on' : 'off' }) }),
          h('span', { class: `annotated sample ${kind}` }, kind === 'hit' ? h('mark', null, t('marks.hit')) : t(`marks.${kind}`)),
        ),
      ),
    ),
  );
}
