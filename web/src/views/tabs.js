// The tabs of the views. They are links, so that a view can be opened beside this one; arrows, Home and End walk through
// them as the pattern for tabs has it, and what is walked to is shown.
import { h, patch } from '../element.js';
import { VIEWS, chosenView } from './index.js';
import { exportMenu } from './export-menu.js';
import { isPlain } from '../plain-click.js';
import { afterPaint } from '../turns.js';

export function renderTabs(root, model, send) {
  const { state, t } = model;
  const chosen = chosenView(state);
  patch(
    root,
    h(
      'div',
      { class: 'tabs', role: 'tablist', 'aria-label': t('views'), onKeydown: (event) => onKey(event, chosen, state, send) },
      VIEWS.map((view) => tab(view, view === chosen, model, send)),
    ),
    exportMenu(model),
  );
  keepInSight(root, chosen);
}

function tab({ name }, selected, { href, t }, send) {
  return h(
    'a',
    {
      key: name,
      id: `tab-${name}`,
      class: 'tab',
      role: 'tab',
      href: href({ view: name }),
      'aria-selected': String(selected),
      'aria-controls': 'panel',
      tabindex: selected ? '0' : '-1',
      onClick: (event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        send({ type: 'view', view: name });
      },
    },
    t(`view.${name}`),
  );
}

function onKey(event, chosen, state, send) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const onward = state.language === 'ar' ? 'ArrowLeft' : 'ArrowRight';
  const back = state.language === 'ar' ? 'ArrowRight' : 'ArrowLeft';
  const here = VIEWS.indexOf(chosen);
  const there = { [onward]: (here + 1) % VIEWS.length, [back]: (here + VIEWS.length - 1) % VIEWS.length, Home: 0, End: VIEWS.length - 1, ' ': here }[event.key];
  if (there === undefined) return;
  event.preventDefault();
  send({ type: 'view', view: VIEWS[there].name });
  document.getElementById(`tab-${VIEWS[there].name}`).focus();
}

// Where the row is longer than the page is wide it scrolls in itself; the page never moves for it.
let seen = null;
/** Where the row goes on, its edges fade over so many pixels (`--fade` in styles/results.css). */
const FADE = 32;

function keepInSight(root, { name }) {
  if (seen === name) return;
  seen = name;
  // The frame lays the page out: asked before, it would be laid out twice.
  afterPaint(() => bringInSight(root.firstElementChild, name));
}

function bringInSight(row, name) {
  const [box, own] = [row.getBoundingClientRect(), document.getElementById(`tab-${name}`).getBoundingClientRect()];
  if (own.left < box.left + FADE || own.right > box.right - FADE) row.scrollLeft += own.left + own.width / 2 - (box.left + box.width / 2);
}
