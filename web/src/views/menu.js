// A menu is a `<details data-layer>` whose body lies over the page; what they all do.
import { h } from '../element.js';
import { icon } from '../icons.js';
import { place, raise } from '../bottom-sheet.js';

/** What every menu listens to. */
export const MENU = { 'data-layer': true, onKeydown: closeOnEscape, onToggle: raise };

/** The way out of a menu that is a sheet, for those without an Escape key; the first in its body. */
export function sheetClose(t) {
  return h('button', { type: 'button', class: 'plain square sheet-close', 'aria-label': t('sheet.close'), onClick: ({ currentTarget }) => fold(currentTarget.closest('details')) }, icon('close'));
}

/** Escape folds the menu and goes back to its name. */
export function closeOnEscape(event) {
  const menu = event.currentTarget;
  if (event.key !== 'Escape' || !menu.open || !menu.hasAttribute('data-layer')) return;
  event.stopPropagation();
  fold(menu);
}

/** Folds every open menu that does not hold `target`, which was pressed. */
export function foldOthers(target) {
  for (const menu of document.querySelectorAll('details[data-layer][open]')) if (!menu.contains(target)) menu.open = false;
}

/** Folds a menu and goes back to its name. */
export function fold(menu) {
  menu.open = false;
  // A sheet that comes down later would take the focus with it.
  place(menu);
  menu.querySelector('summary').focus({ preventScroll: true });
}
