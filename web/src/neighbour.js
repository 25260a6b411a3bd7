// From mark to mark by arrows, where marks lie anywhere.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Of `marks` (`{ at: [px, py] }`) the nearest to `from` on the side that an arrow key points to, or undefined. */
export function towards(key, from, marks) {
  const [dx, dy] = DIRECTIONS[key];
  const cost = ({ at }) => {
    const [x, y] = [at[0] - from.at[0], at[1] - from.at[1]];
    const [ahead, aside] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)];
    // What lies more aside than ahead is on another side.
    return ahead > 0 && aside <= ahead ? ahead + 2 * aside : Infinity;
  };
  const [nearest] = marks.map((mark) => [cost(mark), mark]).sort(([one], [other]) => one - other);
  return nearest && nearest[0] < Infinity ? nearest[1] : undefined;
}

/** Whether a key is an arrow. */
export function isArrow(key) {
  return key in DIRECTIONS;
}
