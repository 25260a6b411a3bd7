// Who says so, how, and through whom it came.
import { h } from '../element.js';

/** A source and its chain in words; where no one is named, that. */
export function attribution(said, { about, named, t }) {
  if (said === null) return h('span', { class: 'unknown' }, t('told.nobody'));
  const name = (text) => h('bdi', { lang: about.language }, text);
  return [
    name(said.text),
    ' ',
    h('span', { class: 'quiet' }, `(${named('saying', said.saying)})`),
    said.chain.length > 0 && h('span', { class: 'chain' }, ` ${t('told.through')} `, said.chain.map((link, place) => [place > 0 && t('and.comma'), name(link)])),
  ];
}
