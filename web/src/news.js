// Says in the live region what has changed, once typing pauses; says nothing where nothing has.

const PAUSE = 500;
let said = '';
let timer = 0;

/** Announces the counts of a model. */
export function announce({ found, axis, t }) {
  const words = `${t('tally', { n: found.total, all: found.documents })} ${axis ? t('events', { n: axis.count }) : ''}`;
  if (words === said) return;
  const first = said === '';
  said = words;
  clearTimeout(timer);
  if (!first) timer = setTimeout(() => (document.getElementById('news').textContent = words), PAUSE);
}
