// The map is a script of its own: its view here only waits for it. A page that is one file has it already.
import { h, patch } from '../element.js';
import { given } from '../script.js';
import { nothing } from './nothing.js';

let view = null;
let coming = null;
let isMissing = false;
// What is to be drawn once the script has come.
let asked = null;

export function renderMap(root, model, send) {
  asked = [root, model, send];
  if (model.about.documents === 0) return patch(root, nothing('nothing', null, model, send));
  if (view) return view(...asked);
  const { t } = model;
  // What the view will ask for is loaded meanwhile.
  model.ask('names');
  patch(root, h('h2', { class: 'unseen' }, t('view.map')), h('p', { class: 'quiet' }, t(isMissing ? 'map.missing.view' : 'map.loading')));
  coming ??= given('map-view.js', 'TAWARIKH_MAP_VIEW').then(
    (given) => (view = given),
    () => (isMissing = true),
  ).then(() => root.isConnected && renderMap(...asked));
}
