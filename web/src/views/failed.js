// What went wrong, in both languages at once: a failure may come before the reader's language is known.
import { h, patch } from '../element.js';
import ar from '../../messages/ar.json';
import en from '../../messages/en.json';

export function renderFailure(root, failure) {
  patch(
    root,
    h(
      'main',
      { class: 'notice', role: 'alert', key: 'failure' },
      h('h1', null, ar['failure.title']),
      h('p', null, failure.ar),
      h('div', { lang: 'en', dir: 'ltr' }, h('h2', null, en['failure.title']), h('p', null, failure.en)),
      failure.detail && h('p', { class: 'detail', dir: 'ltr', lang: 'en' }, failure.detail),
      h('p', null, h('button', { class: 'bordered', onClick: () => location.reload() }, `${ar['failure.again']} · ${en['failure.again']}`)),
      h('p', { class: 'detail' }, h('bdi', null, failure.code)),
    ),
  );
}
