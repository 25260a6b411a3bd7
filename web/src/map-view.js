// The map's view as a script of its own (views/map-door.js), loaded when the map is first opened.
import { renderMap } from './views/map.js';

globalThis.TAWARIKH_MAP_VIEW = renderMap;
