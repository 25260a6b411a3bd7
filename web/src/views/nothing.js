// What stands where nothing was found: that, why, and a way on.
import { h } from '../element.js';
import { isFiltered, isNarrowed } from '../state.js';
import { examples } from './examples.js';
import { missing } from './missing.js';

/**
 * The message `title`, with `why` below it where there is one, and the ways on; where no document at all was found every view says
 * that in place of its own message. An archive without documents says that of itself.
 * Where the answer is without the fragments `lost`, nobody knows that there is nothing, and these are named instead of why.
 */
export function nothing(title, why, model, send, lost = []) {
  const { about, t } = model;
  if (about.documents === 0) return message(t('empty'), h('p', null, t('empty.why'), h('code', { dir: 'ltr' }, 'tawarikh build')));
  if (lost.length > 0) return withoutParts('nothing.lost', 'nothing.lost.why', model, send);
  if (model.found.total === 0) return message(t('nothing'), h('p', null, t(whyNothing(model.state))), ways(model, send));
  return message(t(title), why && h('p', null, t(why)), ways(model, send));
}

function whyNothing(state) {
  if (state.query === '') return 'nothing.filters';
  return isFiltered(state) ? 'nothing.both' : 'nothing.query';
}

/** The message `title`, the parts of the archive that are not to be had, counted by the message `words`, and the ways on. */
export function withoutParts(title, words, model, send) {
  return message(model.t(title), missing(words, model.tell(), model), ways(model, send));
}

function message(title, ...below) {
  return h('div', { class: 'nothing', key: 'nothing' }, h('p', { class: 'nothing-title' }, title), below);
}

function ways(model, send) {
  const { state, t } = model;
  return [
    isNarrowed(state) &&
      h(
        'p',
        { class: 'ways' },
        state.query !== '' && isFiltered(state) && h('button', { key: 'unfilter', id: 'unfilter', class: 'bordered', onClick: () => send({ type: 'unfilter' }) }, t('nothing.unfilter')),
        h('button', { key: 'clear', class: 'bordered', onClick: () => startOver(send) }, t('nothing.clear')),
      ),
    state.query !== '' && examples(model, send),
  ];
}

/** Takes away all that narrows the archive, and goes to the search box. */
export function startOver(send) {
  const field = document.getElementById('query');
  field.value = '';
  field.focus();
  send({ type: 'clear' });
}
