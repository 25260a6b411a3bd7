// The archive's title and the switches that hold for the whole page.
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { learned } from '../messages.js';
import { MENU, sheetClose } from './menu.js';

const THEMES = ['system', 'light', 'dark'];

export function renderHeader(root, model, send) {
  const { about, state } = model;
  const translated = state.language === 'en' && about.titleEn != null;
  patch(
    root,
    h('h1', { class: 'title', dir: 'auto', lang: translated ? 'en' : about.language }, translated ? about.titleEn : about.title),
    h('div', { class: 'switches' }, language(model, send), theme(model, send), settings(model, send)),
  );
}

function language({ state, t }, send) {
  const other = state.language === 'ar' ? 'en' : 'ar';
  return h(
    'button',
    { id: 'switch-language', class: 'plain', lang: other, onClick: () => learned(other).then(() => send({ type: 'choose', name: 'language', value: other })) },
    t('language.other'),
  );
}

function theme({ state, t }, send) {
  const next = THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length];
  const label = t('theme', { now: t(`theme.${state.theme}`), next: t(`theme.${next}`) });
  return h(
    'button',
    { id: 'switch-theme', class: 'plain square', 'aria-label': label, title: label, onClick: () => send({ type: 'choose', name: 'theme', value: next }) },
    icon(state.theme),
  );
}

function settings(model, send) {
  return h(
    'details',
    { ...MENU, class: 'menu' },
    h('summary', { class: 'plain', id: 'switch-settings' }, model.t('settings')),
    h(
      'div',
      { class: 'menu-body' },
      sheetClose(model.t),
      choice(model, send, 'months', ['levantine', 'gregorian', 'both']),
      choice(model, send, 'hijri', ['on', 'off']),
      choice(model, send, 'digits', ['latin', 'arabicIndic']),
      choice(model, send, 'axis', ['rtl', 'ltr']),
      choice(model, send, 'shortcut', ['on', 'off']),
    ),
  );
}

function choice({ state, t }, send, name, values) {
  return h(
    'fieldset',
    null,
    h('legend', null, t(`${name}`)),
    values.map((value) =>
      h(
        'label',
        null,
        h('input', { type: 'radio', name, '.checked': state[name] === value, onChange: () => send({ type: 'choose', name, value }) }),
        h('span', null, t(`${name}.${value}`)),
      ),
    ),
  );
}
