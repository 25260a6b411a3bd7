// Searches that the archive itself proposes.
import { h } from '../element.js';
import { ask } from './search.js';

/** As many as stand in a line. */
const SHOWN = 3;

/** The examples as buttons that run, or nothing where the archive has none. */
export function examples({ about, t }, send) {
  const queries = (about.examples ?? []).slice(0, SHOWN);
  if (queries.length === 0) return null;
  return h('p', { class: 'examples', key: 'examples' }, t('examples'), ' ', queries.map((query) => h('button', { key: query, class: 'link', dir: 'auto', lang: about.language, onClick: () => ask(query, send) }, query)));
}
