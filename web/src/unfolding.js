// A `<details>` that stands open where there is room for it and starts folded where there is none. The styles say which: the
// custom property `--unfolded` of the element that holds it.
import { beforePaint } from './turns.js';

/** What such a `<details>` is `mounted` with; `told` hears whether there is room, whenever that changes. */
export function unfoldWhereThereIsRoom(details, told = () => {}) {
  const holder = details.parentElement;
  // Drawn over before it was mounted, as by keys that come faster than the browser gets round to it.
  if (holder === null) return;
  let before = null;
  const hasRoom = () => getComputedStyle(holder).getPropertyValue('--unfolded').trim() === 'yes';
  // Every result changes its height, and larger letters change what has room in the same width: the styles are asked, which after
  // a layout takes nothing.
  const measure = () => {
    if (!details.isConnected) return observer.disconnect();
    if (hasRoom() !== before) setTimeout(() => details.isConnected && follow());
  };
  const follow = () => {
    const isRoom = hasRoom();
    if (isRoom === before) return;
    before = isRoom;
    details.open = isRoom;
    told(isRoom);
  };
  const observer = new ResizeObserver(measure);
  // The styles depend on the page's widths: asked at once, they would have all of it laid out within the task that drew it.
  beforePaint(() => {
    if (!details.isConnected) return;
    follow();
    observer.observe(holder.parentElement);
  });
}
