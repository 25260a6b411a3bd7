// Places that would lie over each other on the map become one mark that opens.

/** The radius of the mark with the most events, and the smallest that is drawn, in pixels. */
const LARGEST = 26;
const SMALLEST = 4;
/** Marks whose middles are nearer than this can't be hit one by one. */
const APART = 24;
/** No place belongs to a mark further away than this. */
const REACH = LARGEST * 1.5;

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
  const cells = cellsOf(REACH);
  for (const place of [...places].sort((one, other) => other.count - one.count)) {
    const own = radiusOf(place.count, most) / 2;
    const near = nearest(place.at, cells.around(place.at), ({ radius }) => Math.max(APART, radius + own));
    if (near) near.places.push(place);
    else groups.push(cells.put({ at: place.at, radius: radiusOf(place.count, most), places: [place] }));
  }
  return groups.map(({ at, places: own }) => ({ at, places: own, count: own.reduce((sum, { count }) => sum + count, 0) }));
}

function nearest([x, y], groups, reach) {
  let best = null;
  let least = Infinity;
  for (const group of groups) {
    const away = Math.hypot(group.at[0] - x, group.at[1] - y);
    if (away < reach(group) && away < least) [best, least] = [group, away];
  }
  return best;
}

// Groups by the square of the window that they lie in, so that only those nearby are asked.
function cellsOf(side) {
  const cells = new Map();
  const cellAt = ([x, y], right = 0, down = 0) => `${Math.floor(x / side) + right} ${Math.floor(y / side) + down}`;
  return {
    put(group) {
      const cell = cellAt(group.at);
      cells.set(cell, [...(cells.get(cell) ?? []), group]);
      return group;
    },
    around: (at) => [-1, 0, 1].flatMap((down) => [-1, 0, 1].flatMap((right) => cells.get(cellAt(at, right, down)) ?? [])),
  };
}
