// Between two drawings of the map its layers follow the camera by transforms alone: the ground as one picture, what is pinned to
// a place as it is. Groups and names are laid out again once the camera rests.
import { seenAt } from './camera.js';

/** The transform that puts a sheet where a camera sees it; a sheet in its own scale stands on whole pixels, where it is sharp. */
export function sheetUnder(camera, sheet, size) {
  const stretched = camera.scale / sheet.scale;
  const [left, top] = seenAt(camera, [sheet.x, sheet.y], size).map((place, side) => place - (sheet.size[side] / 2) * stretched);
  const [x, y] = [left, top].map((place) => place.toFixed(stretched === 1 ? 0 : 2));
  return `translate(${x}px, ${y}px) scale(${stretched.toFixed(5)})`;
}

/**
 * Moves layers from the camera that they were laid out for, `drawn.camera`, to another. Their elements stand where `drawn.pins`
 * says (`{ element, at }`, a place on the map); a camera that only goes aside takes the layers along as a whole.
 */
export function glide(drawn, camera, size) {
  const aside = camera.scale === drawn.camera.scale;
  const [x, y] = aside ? seenAt(camera, [drawn.camera.x, drawn.camera.y], size).map((place, side) => place - size[side] / 2) : [0, 0];
  for (const layer of drawn.layers) layer.style.transform = shift(Math.round(x), Math.round(y));
  if (aside && !drawn.spread) return;
  drawn.spread = !aside;
  for (const { element, at } of drawn.pins) element.style.transform = aside ? '' : apart(at, drawn.camera, camera, size);
}

/** Takes back what `glide` did, before layers are laid out anew. */
export function settle(drawn) {
  if (drawn.spread) for (const { element } of drawn.pins) element.style.transform = '';
}

function apart(at, before, now, size) {
  const [from, to] = [before, now].map((camera) => seenAt(camera, at, size));
  return shift(to[0] - from[0], to[1] - from[1]);
}

function shift(x, y) {
  return `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
}
