// A long list comes in parts, each behind the frame of the one before: laid out at once it would keep the page from listening.
import { afterPaint } from './turns.js';

/** What stands in which place: the keys of its items. */
const standing = new WeakMap();

/**
 * Draws as many of `items` in `root` as one frame has `room` for, the rest in the frames that follow, until `root` is drawn anew:
 * `draw(part, isAll)`. An item takes `weight(item)` of the room, one that stands there already, by `key(item)`, nothing; at least
 * one more comes each time.
 */
export function grown(root, list, draw) {
  const { items, key } = list;
  const part = fitting(list, standing.get(root) ?? new Set());
  const keys = new Set(part.map(key));
  standing.set(root, keys);
  draw(part, part.length === items.length);
  if (part.length < items.length) afterPaint(() => root.isConnected && standing.get(root) === keys && grown(root, list, draw));
}

function fitting({ items, key, weight, room }, before) {
  let left = room;
  let count = 0;
  for (const item of items) {
    const taken = before.has(key(item)) ? 0 : weight(item);
    if (taken > Math.max(left, 0) && left < room) break;
    left -= taken;
    count += 1;
  }
  return items.slice(0, count);
}
