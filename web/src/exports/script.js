// The exports as a script of their own (src/script.js), loaded when something is first exported.
import selectionScript from 'selection-script';
import { FORMATS } from './index.js';
import { selectionPage } from './page.js';
import { picture } from './picture.js';
import { png } from './png.js';
import { svg } from './svg.js';

globalThis.TAWARIKH_EXPORTS = { FORMATS, selectionPage, selectionScript, picture, png, svg };
