// Events for Knight Lab's TimelineJS (the JSON data format of TimelineJS3).
import { isoDay } from '../days.js';
import { escaped } from './markup.js';

/** A timeline with a slide for every event that has a first day. */
export function timelinejs(about, events) {
  return {
    title: { text: { headline: escaped(about.title), text: escaped(about.description ?? '') } },
    events: events.filter(({ first }) => first !== null).map(slide),
  };
}

function slide({ event, first, last, date, edtf, headline, attribution, title, outlet, kind }) {
  return {
    start_date: { ...parts(first, edtf), display_date: date },
    end_date: last !== null && last !== first ? parts(last, edtf) : undefined,
    text: { headline: escaped(headline), text: `<p>${escaped([attribution?.text, title, outlet].filter(Boolean).join(' · '))}</p>` },
    group: kind,
    unique_id: `event-${event}`,
  };
}

// As fine as the date is known: TimelineJS shows what is there.
function parts(number, edtf) {
  const [year, month, day] = isoDay(number).split('-').map(Number);
  const known = edtf.split('/')[0].split('-').length;
  return { year, month: known > 1 ? month : undefined, day: known > 2 ? day : undefined };
}
