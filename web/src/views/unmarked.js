// Why a timeline shows nothing, said by the lanes and by their twin, the list.

/** In words, of an axis without a mark in its window: parts of the archive are on their way or missing, time is dated elsewhere, or nowhere. */
export function whyUnmarked({ count, pending, lost }, t) {
  if (pending.length > 0) return t('counting');
  if (lost.length > 0) return t('timeline.lost', { n: lost.length });
  return t(count > 0 ? 'timeline.none-here' : 'timeline.empty');
}
