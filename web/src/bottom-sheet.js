// Where the body of a `<details>` stands that unfolds over the page. On a phone it is a sheet at the foot of the window, where the
// thumb is, in the browser's top layer: within the page's column, which is a container, nothing can be fixed to the window.

const phone = () => matchMedia('(max-width: 40rem)');

/** What the `toggle` event of such a `<details>` calls: its last child is the sheet. */
export function raise({ currentTarget: details }) {
  place(details);
}

/** Puts the body of such a `<details>`, which was opened or folded just now, in its place: before the event would. */
export function place(details) {
  const body = details.lastElementChild;
  if (details.open && phone().matches) {
    if (body.popover !== null) return;
    body.popover = 'manual';
    body.showPopover();
  } else {
    body.popover = null;
    turn(body);
  }
}

// Near the foot of the window a menu unfolds upwards, where that has more room.
function turn(body) {
  body.removeAttribute('data-up');
  const { top, bottom, height } = body.getBoundingClientRect();
  if (bottom > innerHeight && top > innerHeight - top && top > height) body.setAttribute('data-up', '');
}

/** Puts what is open in its place where a phone is turned or a window gets narrow. */
export function sheetsFollow() {
  phone().addEventListener('change', () => document.querySelectorAll('details[data-layer]').forEach(place));
}
