// The page's last lines: that nothing leaves the device, and what made it.
import { h, patch } from '../element.js';

export function renderFoot(root, { about, t }) {
  patch(root, h('p', null, t('about.private')), h('p', null, t('about.made'), ' ', h('bdi', null, `Tawarikh ${about.version}`)));
}
