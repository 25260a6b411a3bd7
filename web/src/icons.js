// Line icons on a 16 px grid, drawn with the colour of the text around them.
import { h } from './element.js';

const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.5 10.5 14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 3v10M13.5 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.5M2 8h.5M2 12h.5',
  axis: 'M2 8h12M5 5 2 8l3 3',
  link: 'M6.5 9.5l3-3M7.5 4.5l1-1a2.8 2.8 0 0 1 4 4l-1 1M8.5 11.5l-1 1a2.8 2.8 0 0 1-4-4l1-1',
  light: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  dark: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z',
  help: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM6 6.2a2 2 0 1 1 2.8 1.9c-.5.2-.8.6-.8 1.2v.2M8 11.6v.1',
  quote: 'M6.5 4C4 5 3 6.7 3 9v3h3.5V8.5H4.6M13 4c-2.5 1-3.5 2.7-3.5 5v3H13V8.5h-1.9',
  pin: 'M10 1.5 14.5 6l-3 .8-3 3-.5 3-4.8-4.8 3-.5 3-3ZM5.6 10.4 2 14',
  save: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  again: 'M8 2a6 6 0 1 1-5.2 3M2.5 2v3.2h3.2M8 5v3.2l2.2 1.3',
  play: 'M5 3v10l8-5Z',
  pause: 'M5.5 3v10M10.5 3v10',
  system: 'M2 3h12v8H2ZM6 13.5h4M8 11v2.5',
};

/** An icon; its meaning is said by the control that holds it. */
export function icon(name) {
  return h('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' }, h('path', { d: PATHS[name] }));
}
