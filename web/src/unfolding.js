// A `<details>` that stands open where there is room for it and starts folded where there is none. The styles say which: the
// custom property `--unfolded` of the element that holds it.

/** What such a `<details>` is `mounted` with; `told` hears whether there is room, whenever that changes. */
export function unfoldWhereThereIsRoom(details, told = () => {}) {
  const holder = details.parentElement;
  // Drawn over before it was mounted, as by keys that come faster than the browser gets round to it.
  if (holder === null) return;
  let before = null;
  let width = null;
  // Every result changes its height; only its width says whether there is room.
  const measure = ([{ contentRect }]) => {
    if (!details.isConnected) return observer.disconnect();
    if (contentRect.width === width) return;
    width = contentRect.width;
    setTimeout(() => details.isConnected && follow());
  };
  const follow = () => {
    const hasRoom = getComputedStyle(holder).getPropertyValue('--unfolded').trim() === 'yes';
    if (hasRoom === before) return;
    before = hasRoom;
    details.open = hasRoom;
    told(hasRoom);
  };
  follow();
  const observer = new ResizeObserver(measure);
  observer.observe(holder.parentElement);
}
