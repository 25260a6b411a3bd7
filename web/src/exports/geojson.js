// Events on a map: GeoJSON (RFC 7946), longitude first, no other coordinate system than the standard's.

/** A collection with a feature for every event; one whose places have no coordinates has no geometry. */
export function geojson(events) {
  return { type: 'FeatureCollection', features: events.map(feature) };
}

function feature({ id, sentence, title, outlet, url, date, edtf, kind, headline, places, agents, patients, attribution, happening, sources }) {
  return {
    type: 'Feature',
    geometry: geometry(places),
    properties: { document: id, sentence, title, outlet, url, date, edtf, kind, headline, places: places.map(({ name }) => name), agents, patients, saidBy: attribution?.text ?? null, happening, sources },
  };
}

function geometry(places) {
  const points = places.filter(({ latitude, longitude }) => latitude != null && longitude != null).map(({ latitude, longitude }) => [longitude, latitude]);
  if (points.length === 0) return null;
  return points.length === 1 ? { type: 'Point', coordinates: points[0] } : { type: 'MultiPoint', coordinates: points };
}
