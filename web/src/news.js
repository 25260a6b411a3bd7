// Says in the live region what has changed, once typing pauses; says nothing where nothing has.

const PAUSE = 500;
let said = '';
let timer = 0;

/** Announces the counts of a model. */
export function announce({ found, axis, offers, like, t }) {
  // Half-counted numbers would be said, and taken back.
  if (found.counting || axis?.pending.length > 0 || like?.loading) return;
  const counts = like ? t('like.count', { n: like.hits.length }) : t('tally', { n: found.total, all: found.documents });
  const words = [counts, axis && t('events', { n: axis.count }), offers.length > 0 && t('offers.count', { n: offers.length })].filter(Boolean).join(' ');
  if (words === said) return;
  const first = said === '';
  said = words;
  clearTimeout(timer);
  if (!first) timer = setTimeout(() => (document.getElementById('news').textContent = words), PAUSE);
}
