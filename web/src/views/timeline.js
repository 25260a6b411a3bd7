// The timeline: a bar of controls, the lanes, the strip over the whole domain, and what has no place on the axis.
import { h, patch } from '../element.js';
import { icon } from '../icons.js';
import { showsAll } from '../span.js';
import { followSize } from '../gestures.js';
import { SIGNED, kindSign } from '../kinds.js';
import { lanes } from './lanes.js';
import { list } from './list.js';
import { strip } from './strip.js';
import { tray } from './tray.js';
import { spanFields } from './span-fields.js';
import { unfoldWhereThereIsRoom } from '../unfolding.js';

/** How much one press of a zoom control changes the window. */
const ZOOM_STEP = 1.8;
/** How far one press of a move control goes, as a share of the window. */
const MOVE_STEP = 0.4;
/** The same for the keys that turn a page. */
const PAGE_STEP = 0.9;

export function renderTimeline(root, model, send) {
  const { axis, t } = model;
  const low = root.hasAttribute('data-low');
  patch(
    root,
    h('h2', { class: 'unseen', id: 'timeline-heading' }, t('timeline')),
    model.about.first == null && model.about.documents > 0 && h('p', { class: 'quiet' }, t('timeline.none')),
    model.about.first != null && h('div', { class: 'gauge', key: 'gauge', mounted: (gauge) => followSize(gauge, send) }),
    axis && bar(model, send),
    axis && (model.state.listed ? list(model, send) : lanes(model, send)),
    axis && strip(model, send),
    axis && foot(low, model, send),
  );
}

// This follows from what was found alone: did it wait until the reader leaves the box, what they press on leaving it would move away.
export function isVain({ found }) {
  return found.total === 0 && !found.counting;
}

// What stands below does not change its lines under a moving finger.
let standing = null;

function foot(low, model, send) {
  if (!model.moving || standing === null) standing = folded(low, h('div', { class: 'timeline-foot' }, spanFields(model, send), key(model), tray(model, send)), model);
  return standing;
}

// Above the documents it stands open where there is room: on a phone the hits come first.
function folded(low, inner, { t }) {
  return h('details', { class: 'timeline-fold', key: low ? 'low' : 'tall', mounted: unfoldWhereThereIsRoom }, h('summary', null, t('timeline.fold')), inner);
}

function bar(model, send) {
  const { axis, state, t } = model;
  const window = [axis.first, axis.last];
  const go = (target) => send({ type: 'window', window: target, gliding: true });
  const whole = showsAll(window, axis.domain);
  // Buttons stand where they lead: the past is on the side where the axis has it.
  const past = step('past', state.axis === 'rtl' ? 'right' : 'left', t, () => go(model.moved(window, -MOVE_STEP)));
  const future = step('future', state.axis === 'rtl' ? 'left' : 'right', t, () => go(model.moved(window, MOVE_STEP)));
  return h(
    'div',
    { class: 'timeline-bar', role: 'group', 'aria-label': t('timeline.controls') },
    h('p', { class: 'tally', 'data-counting': axis.pending.length > 0 }, axis.pending.length > 0 ? t('counting') : t('events', { n: axis.count })),
    h(
      'div',
      { class: 'tools' },
      state.axis === state.language.replace('ar', 'rtl').replace('en', 'ltr') ? [past, future] : [future, past],
      step('in', 'plus', t, () => go(model.zoomed(window, ZOOM_STEP, 0.5))),
      step('out', 'minus', t, () => go(model.zoomed(window, 1 / ZOOM_STEP, 0.5)), whole),
      step('all', 'fit', t, () => go(null), state.window === null),
      h(
        'button',
        { id: 'switch-axis', class: 'plain', title: t('axis.switch'), 'aria-label': t('axis.switch'), onClick: () => send({ type: 'choose', name: 'axis', value: state.axis === 'rtl' ? 'ltr' : 'rtl' }) },
        h('span', { class: 'turn', 'data-axis': state.axis }, icon('axis')),
      ),
      h('button', { id: 'switch-list', class: 'plain', 'aria-label': t('timeline.list'), title: t('timeline.list'), 'aria-pressed': String(state.listed), onClick: () => send({ type: 'listed' }) }, icon('list'), h('span', null, t('timeline.list'))),
    ),
  );
}

function step(name, picture, t, act, disabled = false) {
  const label = t(`timeline.${name}`);
  return h('button', { key: name, class: 'plain square', 'aria-label': label, title: label, 'aria-disabled': disabled ? 'true' : null, onClick: disabled ? null : act }, icon(picture));
}

const SHAPES = ['day', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century', 'range'];

// The key explains the shapes that are on screen, and no others.
function key({ axis, state, named, number, t }) {
  const kinds = SIGNED.filter((kind) => axis.marks.some((mark) => mark.kind === kind));
  const present = SHAPES.filter((shape) => axis.marks.some((mark) => mark.shape === shape));
  if (present.length === 0 || state.listed) return null;
  return h(
    'ul',
    { class: 'key', 'aria-label': t('key') },
    present.map((shape) => h('li', { key: shape }, h('span', { class: 'glyph', 'data-shape': shape, 'aria-hidden': 'true' }), t(`shape.${shape}`))),
    axis.marks.some((mark) => mark.softStart || mark.softEnd) &&
      h('li', { key: 'soft' }, h('span', { class: 'glyph', 'data-shape': 'month', 'data-soft': 'end', 'aria-hidden': 'true' }), t('shape.soft')),
    axis.marks.some((mark) => mark.openStart || mark.openEnd) &&
      h('li', { key: 'open' }, h('span', { class: 'glyph', 'data-shape': 'range', 'data-open': 'end', 'aria-hidden': 'true' }), t('shape.open')),
    kinds.map((kind) => h('li', { key: kind }, kindSign(kind), named('happened', kind))),
    axis.marks.some((mark) => mark.sources > 1) && h('li', { key: 'told' }, h('span', { class: 'told', 'data-count': number(2), 'aria-hidden': 'true' }), t('key.told')),
  );
}

/**
 * The window's move that a key asks for, or nothing; zooming keeps what lies at `share` of the window in place. Arrows are
 * handled by the marks themselves.
 */
export function windowForKey(key, model, share) {
  const { first, last, domain } = model.axis;
  const window = [first, last];
  // As far as the axis is long leads to its end, where the engine stops.
  const far = (domain[1] - domain[0]) / (last - first);
  const targets = {
    '+': () => model.zoomed(window, ZOOM_STEP, share),
    '=': () => model.zoomed(window, ZOOM_STEP, share),
    '-': () => model.zoomed(window, 1 / ZOOM_STEP, share),
    PageUp: () => model.moved(window, -PAGE_STEP),
    PageDown: () => model.moved(window, PAGE_STEP),
    Home: () => model.moved(window, -far),
    End: () => model.moved(window, far),
  };
  return targets[key]?.() ?? null;
}
