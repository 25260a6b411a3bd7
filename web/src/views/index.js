// The views over the selection. Another one is a module with `render(root, model, send)` and a line here; its name is in
// VIEW_NAMES (state.js), its tab's words are the message `view.NAME`.
//
//   name    what the address calls it
//   id      of the element that it draws into
//   render  draws it
//   whole   whether it shows the archive rather than the selection: it has no filters beside it
import { renderHits } from './hits.js';
import { renderHappenings } from './happenings.js';
import { renderFigures } from './figures.js';
import { renderMap } from './map-door.js';
import { renderNames } from './names.js';
import { renderUnknown } from './unknown.js';
import { renderNotes } from './notes.js';
import { renderAbout } from './about.js';

/** The views, in the order of their tabs. */
export const VIEWS = [
  { name: 'documents', id: 'hits', render: renderHits },
  { name: 'happenings', id: 'happenings', render: renderHappenings },
  { name: 'figures', id: 'figures', render: renderFigures },
  { name: 'map', id: 'map', render: renderMap },
  { name: 'names', id: 'names', render: renderNames },
  { name: 'unknown', id: 'unknown', render: renderUnknown },
  { name: 'notes', id: 'notes', render: renderNotes, whole: true },
  { name: 'about', id: 'about', render: renderAbout, whole: true },
];

/** The view that a state shows: of one that is not there, the first. */
export function chosenView({ view }) {
  return VIEWS.find(({ name }) => name === view) ?? VIEWS[0];
}
