// The span as two fields: the way to set it without a drag, and exactly.
import { h } from '../element.js';
import { daysOf, isoDay } from '../days.js';

export function spanFields({ state, t }, send) {
  return h(
    'form',
    { class: 'span-fields', key: 'span-fields', 'aria-label': t('span'), onSubmit: (event) => submit(event, t, send) },
    field('from', state.span?.[0], t),
    field('to', state.span?.[1], t),
    h('button', { class: 'bordered' }, t('span.set')),
    state.span && h('button', { type: 'button', class: 'link', onClick: () => send({ type: 'span', span: null }) }, t('span.all')),
  );
}

function field(end, day, t) {
  return h(
    'label',
    { key: end },
    t(`span.${end}`),
    h('input', {
      name: end,
      // A date runs left to right, the words of an empty field as the page does.
      dir: day === undefined ? null : 'ltr',
      inputmode: 'numeric',
      autocomplete: 'off',
      size: '10',
      placeholder: t(`span.form.${end}`),
      value: day === undefined ? '' : isoDay(day),
      onInput: (event) => event.target.setCustomValidity(''),
    }),
  );
}

function submit(event, t, send) {
  event.preventDefault();
  const { from, to } = event.currentTarget.elements;
  if (from.value.trim() === '' && to.value.trim() === '') return send({ type: 'span', span: null });
  const ends = [from, to].map((input) => read(input, t));
  if (ends.some((end) => end === null)) return;
  const [first, last] = ends;
  // One field alone stands for its whole year, month or day.
  const span = [(first ?? last)[0], (last ?? first)[1]];
  if (span[0] > span[1]) return complain(to, t('span.order'));
  document.activeElement?.blur?.();
  send({ type: 'span', span });
}

// Undefined for an empty field, null for one that can't be read.
function read(input, t) {
  if (input.value.trim() === '') return undefined;
  return daysOf(input.value) ?? complain(input, t('span.unread'));
}

function complain(input, text) {
  input.setCustomValidity(text);
  input.reportValidity();
  return null;
}
