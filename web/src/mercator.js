// Mercator's projection, in degrees: a degree of longitude is one unit wide everywhere, and directions stay true. South is
// down, as on a screen.

/** As far from the equator as the map reaches, in degrees: there everything is drawn six times too large already. */
const FARTHEST = 80;
/** The longitude at which the map begins and ends: it runs through the Bering Strait, and of all land through one small island. */
const SEAM = -168.5;

const RADIANS = Math.PI / 180;

/** The place of a longitude and a latitude (degrees) on the map. */
export function onMap([longitude, latitude]) {
  const held = Math.min(Math.max(latitude, -FARTHEST), FARTHEST);
  return [longitude < SEAM ? longitude + 360 : longitude, -Math.log(Math.tan(Math.PI / 4 + (held * RADIANS) / 2)) / RADIANS];
}

/** Longitude and latitude of a place on the map. */
export function onEarth([x, y]) {
  return [x > 180 ? x - 360 : x, (2 * Math.atan(Math.exp(-y * RADIANS)) - Math.PI / 2) / RADIANS];
}
