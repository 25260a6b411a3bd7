// What a change shows, put on the screen in turns, each a task of its own behind the frame that shows the one before: first what
// was asked for, then what stands around it. Keys and the pointer get in between, and no task lays out the whole page.

/** Does `act` behind the frame that shows what was done until now. */
export function afterPaint(act) {
  // A page that nobody sees has no frames.
  if (document.hidden) setTimeout(act);
  // A frame's callbacks run before it is painted; what they put off runs after.
  else requestAnimationFrame(() => setTimeout(act));
}

/** Does `act` right before the next frame is laid out and painted: what it measures is laid out once, and apart from the task that changed it. */
export function beforePaint(act) {
  if (document.hidden) act();
  else requestAnimationFrame(act);
}

/** A function that takes a list of acts: the first is done at once, the others follow. Another list takes the place of what is left of the one before. */
export function inTurns() {
  let newest = 0;
  return (acts) => {
    newest += 1;
    const own = newest;
    const take = ([act, ...rest]) => {
      act();
      if (rest.length > 0) afterPaint(() => own === newest && take(rest));
    };
    take(acts);
  };
}
