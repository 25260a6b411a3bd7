// Names on the map, where there is room: none over another name, none over a mark, none cut by the window's edge.

/** The height of a name, and how far it stands from its mark, in pixels. */
const HEIGHT = 18;
const GAP = 3;

/**
 * Room for names in a window of `[width, height]` pixels around `marks` (`{ at: [px, py], radius }`). Who asks first gets the room:
 * `beside(mark, width)` and `centred(at, width)` give a name's `[left, top]`, or null where there is none.
 */
export function roomFor([windowWidth, windowHeight], marks) {
  const taken = marks.map(({ at: [x, y], radius }) => [x - radius, y - radius, x + radius, y + radius]);
  const inside = (box) => box[0] >= 2 && box[1] >= 2 && box[2] <= windowWidth - 2 && box[3] <= windowHeight - 2;
  const first = (boxes) => {
    const free = boxes.find((box) => inside(box) && taken.every((other) => !meet(box, other)));
    if (!free) return null;
    taken.push(free);
    return [free[0], free[1]];
  };
  return {
    beside: (mark, width) => first(spots(mark, width)),
    centred: ([x, y], width) => first([boxAt(x - width / 2, y - HEIGHT / 2, width)]),
  };
}

function spots({ at: [x, y], radius }, width) {
  const beside = y - HEIGHT / 2;
  return [
    boxAt(x + radius + GAP, beside, width),
    boxAt(x - radius - GAP - width, beside, width),
    boxAt(x - width / 2, y - radius - HEIGHT, width),
    boxAt(x - width / 2, y + radius, width),
  ];
}

function boxAt(left, top, width) {
  return [left, top, left + width, top + HEIGHT];
}

function meet(one, other) {
  return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}
