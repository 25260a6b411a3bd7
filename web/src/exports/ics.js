// Events as a calendar: iCalendar (RFC 5545).
import { isoDay } from '../days.js';

/** A line may have so many octets before its break (section 3.1). */
const LINE = 75;

/** A calendar with an entry for every event that has a first and a last day: an open one can't be an entry. */
export function ics(about, events) {
  const entries = events.filter(({ first, last }) => first !== null && last !== null);
  const lines = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Tawarikh//Tawarikh//AR'],
    ['CALSCALE', 'GREGORIAN'],
    ['NAME', text(about.title)],
    ['X-WR-CALNAME', text(about.title)],
    ...entries.flatMap((event) => entry(about, event)),
    ['END', 'VCALENDAR'],
  ];
  return lines.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('');
}

function entry(about, { document, event, first, last, headline, date, attribution, title, outlet, places, kind }) {
  const [place] = places;
  const located = places.length === 1 && place.latitude != null && place.longitude != null;
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', `${document}-${event}@${about.id}.tawarikh`],
    // When the entry was made, which the standard asks for: the same for all, so that one archive gives one calendar.
    ['DTSTAMP', '19700101T000000Z'],
    ['DTSTART;VALUE=DATE', basic(first)],
    // The end of a whole-day entry is the day after its last.
    ['DTEND;VALUE=DATE', basic(last + 1)],
    ['SUMMARY', text(headline)],
    ['DESCRIPTION', text([date, attribution?.text, title, outlet].filter(Boolean).join(' · '))],
    places.length > 0 && ['LOCATION', text(places.map(({ name }) => name).join('، '))],
    located && ['GEO', `${place.latitude.toFixed(6)};${place.longitude.toFixed(6)}`],
    ['CATEGORIES', text(kind)],
    ['END', 'VEVENT'],
  ].filter(Boolean);
}

function basic(day) {
  return isoDay(day).replaceAll('-', '');
}

// Section 3.3.11: what parts values is escaped, a line break is written out.
function text(value) {
  return value.replace(/\s+/g, ' ').trim().replace(/[\\;,]/g, '\\$&');
}

const encoder = new TextEncoder();

// Breaks stand between letters, never within one's octets; a continued line begins with a space, which counts.
function folded(line) {
  let [done, room] = ['', LINE];
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (size > room) [done, room] = [`${done}\r\n `, LINE - 1];
    done += letter;
    room -= size;
  }
  return done;
}
