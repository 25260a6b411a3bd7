// A menu is a `<details>` whose body lies over the page; what they all do.

/** Escape folds the menu and goes back to its name. */
export function closeOnEscape(event) {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.stopPropagation();
  fold(event.currentTarget);
}

/** Folds every open menu that does not hold `target`, which was pressed. */
export function foldOthers(target) {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(target)) menu.open = false;
}

/** Folds a menu and goes back to its name. */
export function fold(menu) {
  menu.open = false;
  menu.querySelector('summary').focus({ preventScroll: true });
}
