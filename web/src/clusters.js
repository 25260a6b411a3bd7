// Places that would lie over each other on the map become one mark that opens.

/** The radius of the mark with the most events, and the smallest that is drawn, in pixels. */
const LARGEST = 26;
const SMALLEST = 4;
/** Marks whose middles are nearer than this can't be hit one by one. */
const APART = 24;

/** The radius of a mark, its area in proportion to `count` where `most` is the largest count. */
export function radiusOf(count, most) {
  return Math.max(LARGEST * Math.sqrt(count / Math.max(most, 1)), SMALLEST);
}

/**
 * Groups of places (`{ at: [px, py], count, … }`), largest first: `{ at, count, places }`, at the place of the largest in it. A
 * place belongs to the nearest of the larger ones that it would touch.
 */
export function clustered(places, most) {
  const groups = [];
  for (const place of [...places].sort((one, other) => other.count - one.count)) {
    const near = groups
      .map((group) => ({ group, away: Math.hypot(group.at[0] - place.at[0], group.at[1] - place.at[1]) }))
      .filter(({ group, away }) => away < Math.max(APART, radiusOf(group.places[0].count, most) + radiusOf(place.count, most) * 0.5))
      .sort((one, other) => one.away - other.away)[0];
    if (near) near.group.places.push(place);
    else groups.push({ at: place.at, places: [place] });
  }
  return groups.map((group) => ({ ...group, count: group.places.reduce((sum, { count }) => sum + count, 0) }));
}
