// The brush that plays over the map: one month at a time, by hand or by itself.
import { h } from '../element.js';
import { icon } from '../icons.js';
import { addedUp, extentOf, isoMonth, monthLabel, monthOf } from '../months.js';
import { sparkline } from './sparkline.js';

/** A month stands for so many milliseconds while it plays. */
const BEAT = 900;

let playing = 0;

/** Whether it plays by itself. */
export function isPlaying() {
  return playing !== 0;
}

/** The month that the map shows, or null for all of them. */
export function monthNow({ options }) {
  return monthOf(options['map.month']);
}

/** The brush over the months of `lists`; `told` says in words what the month shows. */
export function monthBrush(lists, told, model, send, redraw) {
  const extent = extentOf(lists);
  if (extent === null) return null;
  const { state, t } = model;
  const month = monthNow(state);
  const sums = addedUp(lists);
  const go = (to) => send({ type: 'option', moving: isPlaying(), name: 'map.month', value: to === null ? null : isoMonth(Math.min(Math.max(to, extent[0]), extent[1])) });
  const byHand = (to) => {
    stop();
    go(to);
  };
  const step = (name, picture, act, off) => h('button', { key: name, id: `month-${name}`, class: 'plain square', 'aria-label': t(`map.${name}`), title: t(`map.${name}`), 'aria-disabled': off ? 'true' : null, onClick: off ? null : act }, icon(picture));
  const [back, on] = state.axis === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const earlier = step('earlier', back, () => byHand((month ?? extent[1] + 1) - 1), month === extent[0]);
  const later = step('later', on, () => byHand((month ?? extent[0] - 1) + 1), month === extent[1]);
  return h(
    'div',
    { class: 'map-months', role: 'group', 'aria-label': t('map.months'), key: 'months' },
    h(
      'div',
      { class: 'map-months-bar' },
      step('play', isPlaying() ? 'pause' : 'play', () => toggle(month, extent, go, redraw)),
      state.axis === (state.language === 'ar' ? 'rtl' : 'ltr') ? [earlier, later] : [later, earlier],
      h('p', { class: 'map-month' }, month === null ? t('map.all-months') : h('bdi', null, monthLabel(month, state, t)), h('span', { class: 'quiet' }, ` ${told}`)),
      month !== null && h('button', { class: 'link', id: 'month-all', onClick: () => leaveMonth(byHand) }, t('map.show-all')),
    ),
    h(
      'div',
      { class: 'map-slider', dir: state.axis },
      sparkline(sums, extent, Math.max(...sums.map(([, count]) => count)), model),
      h('input', {
        type: 'range',
        id: 'month-slider',
        min: extent[0],
        max: extent[1],
        '.value': String(month ?? extent[1]),
        dir: state.axis,
        'data-all': month === null,
        'aria-label': t('map.month'),
        'aria-valuetext': month === null ? t('map.all-months') : `${monthLabel(month, state, t)}${t('and.comma')}${told}`,
        onInput: (event) => byHand(Number(event.currentTarget.value)),
      }),
    ),
  );
}

// The button goes with the month; the slider stays.
function leaveMonth(byHand) {
  byHand(null);
  document.getElementById('month-slider').focus();
}

function stop() {
  clearInterval(playing);
  playing = 0;
}

// From the month that is shown to the last; from there, or from none, once more from the first.
function toggle(month, extent, go, redraw) {
  if (isPlaying()) {
    stop();
    return redraw();
  }
  let now = month === null || month === extent[1] ? extent[0] - 1 : month;
  const beat = () => {
    if (!document.getElementById('month-play')) return stop();
    now += 1;
    if (now >= extent[1]) stop();
    go(now);
  };
  playing = setInterval(beat, BEAT);
  beat();
}
