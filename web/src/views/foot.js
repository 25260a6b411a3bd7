// The page's last lines: whether a newer version waits, that nothing leaves the device, and what made it.
import { h, patch } from '../element.js';

export function renderFoot(root, { about, t, takeOver }) {
  patch(
    root,
    takeOver && h('p', { key: 'newer', role: 'status' }, t('about.newer'), ' ', h('button', { type: 'button', class: 'link', id: 'take-over', onClick: takeOver }, t('about.reload'))),
    h('p', { key: 'private' }, t('about.private')),
    h('p', { key: 'made' }, t('about.made'), ' ', h('bdi', null, `Tawarikh ${about.version}`)),
  );
}
