// What stands where a list is on its way: lines as long as its own will be, so that nothing jumps once they come.
import { h } from '../element.js';

/** Entries that are drawn, enough for the first screen. */
const ENTRIES = 4;

/** Lines in the place of a list; what is being waited for is said beside them. */
export function ghost() {
  return h('ul', { class: 'ghost', key: 'ghost', 'aria-hidden': 'true' }, Array.from({ length: ENTRIES }, (_, key) => h('li', { key }, h('i', null), h('i', null), h('i', null))));
}
