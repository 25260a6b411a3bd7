import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { FORMATS } from '../src/exports/index.js';
import { csv } from '../src/exports/table.js';
import { geojson } from '../src/exports/geojson.js';
import { ics } from '../src/exports/ics.js';
import { timelinejs } from '../src/exports/timelinejs.js';
import { selectionPage } from '../src/exports/page.js';
import { picture } from '../src/exports/picture.js';
import { svg } from '../src/exports/svg.js';
import { SIGNED, signOf } from '../src/kinds.js';
import { daysOf } from '../src/days.js';

const day = (text) => daysOf(text)[0];
const about = { id: 'a1', title: 'أرشيف السدود, والجسور', description: '<b>سدود</b>', licence: 'CC BY 4.0', language: 'ar' };
const aleppo = { name: 'حلب', label: 'Aleppo', latitude: 36.2, longitude: 37.16 };
const event = (changes = {}) => ({
  event: 7, document: 2, id: 'dam', sentence: 3, title: 'السد', outlet: 'الأفق', url: null, date: '23 آذار 2019', edtf: '2019-03-23', first: day('2019-03-23'), last: day('2019-03-23'),
  how: 'written', doubts: [], inherited: false, kind: 'disaster', headline: 'غمر الماء ثلاث قرى؛ قال شهود, ومنهم: \\ سالم', places: [aleppo], parties: [], agents: ['أهل القرية'], patients: [], attribution: null, happening: null, sources: 1, ...changes,
});

// A reader of RFC 4180 as short as it can be: the law of the writer.
function cells(text) {
  const rows = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('a table holds what was put into it, a cell each, whatever it contains', () => {
  const headline = 'قال: "نعم", ثم\nسكت';
  const [head, row] = cells(csv('events', [event({ headline, places: [aleppo, { name: 'إدلب' }] })]));
  assert.equal(head.length, row.length);
  const value = (name) => row[head.indexOf(name)];
  assert.deepEqual([value('headline'), value('places'), value('first'), value('outlet'), value('url')], [headline, 'حلب; إدلب', '2019-03-23', 'الأفق', '']);
  assert.deepEqual([value('agents'), value('patients')], ['أهل القرية', '']);
});

test('a spreadsheet runs nothing of a table', () => {
  const names = ['=1+1', '+cmd', '@sum', '-ألف'].map((name) => ({ name, rules: [] }));
  for (const [name] of cells(csv('names', names)).slice(1)) assert.ok(name.startsWith("'"), name);
  assert.equal(cells(csv('names', [{ name: 'نهر', rules: ['name'], latitude: -3.5 }]))[1][6], '-3.5');
});

test('an open end is an empty cell', () => {
  const [head, row] = cells(csv('events', [event({ first: null })]));
  assert.equal(row[head.indexOf('first')], '');
});

test('GeoJSON writes longitude first and nothing where it knows no place', () => {
  const { type, features } = geojson([event(), event({ places: [aleppo, aleppo] }), event({ places: [{ name: 'هناك', latitude: null, longitude: null }] })]);
  assert.equal(type, 'FeatureCollection');
  assert.deepEqual(features.map(({ geometry }) => geometry), [{ type: 'Point', coordinates: [37.16, 36.2] }, { type: 'MultiPoint', coordinates: [[37.16, 36.2], [37.16, 36.2]] }, null]);
});

test('a calendar’s lines have at most 75 octets, end with CR LF, and unfold to what was written', () => {
  const headline = 'غمر الماء ثلاث قرى؛ قال شهود, ومنهم: \\ سالم ; '.repeat(5).trim();
  const text = ics(about, [event({ headline })]);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(!/[^\r]\n/.test(text));
  const unfolded = text.replaceAll('\r\n ', '');
  const summary = /SUMMARY:(.*)\r\n/.exec(unfolded)[1];
  assert.equal(summary.replace(/\\([\\;,])/g, '$1'), headline);
  assert.ok(unfolded.includes('X-WR-CALNAME:أرشيف السدود\\, والجسور\r\n'));
});

test('a whole day ends where the next begins, also at the end of a year', () => {
  const text = ics(about, [event({ first: day('2019-12-31'), last: day('2019-12-31') })]);
  assert.ok(text.includes('DTSTART;VALUE=DATE:20191231\r\nDTEND;VALUE=DATE:20200101\r\n'));
  assert.ok(text.includes('GEO:36.200000;37.160000\r\n'));
});

test('who says so stands before the document', () => {
  const said = event({ attribution: { text: 'بلدية الميناء', saying: 'said', chain: [] } });
  const written = '23 آذار 2019 · بلدية الميناء · ';
  assert.ok(ics(about, [said]).replaceAll('\r\n ', '').includes(`DESCRIPTION:${written}`));
  assert.ok(timelinejs(about, [said]).events[0].text.text.startsWith('<p>بلدية الميناء · '));
});

test('what is open has no entry in a calendar', () => {
  assert.ok(!ics(about, [event({ last: null })]).includes('VEVENT'));
});

test('TimelineJS gets dates as fine as they are known, and no markup of ours', () => {
  const { title, events } = timelinejs(about, [event({ edtf: '2019-03', last: day('2019-03-31') }), event({ first: null })]);
  assert.equal(title.text.text, '&lt;b&gt;سدود&lt;/b&gt;');
  assert.equal(events.length, 1);
  assert.deepEqual(JSON.parse(JSON.stringify([events[0].start_date, events[0].end_date])), [{ year: 2019, month: 3, display_date: '23 آذار 2019' }, { year: 2019, month: 3 }]);
});

test('a page of the selection runs its own script alone and loads nothing, whatever its texts say', () => {
  const script = { text: 'show()', hash: 'sha256-abc=' };
  const evil = '<script>alert(1)</script>"\'&';
  const reading = { id: 'a b', title: { value: evil }, authors: [{ value: evil }], outlet: null, date: null, url: 'https://example.org/?a=1&b="', language: 'ar', paragraphs: [{ kind: 'body', sentences: [{ sentence: 0, pieces: [{ text: evil, hit: true }] }] }] };
  const page = selectionPage({ about: { ...about, licence: evil }, documents: [reading], events: [event({ headline: evil, id: 'a b', sentence: 0 })] }, { language: 'ar', title: evil, asked: evil, link: 'index.html#q="', back: 'عودة', events: 'تواريخ', date: 'تاريخ', event: 'ما وقع', source: 'مصدر', undated: 'بلا تاريخ', counted: '1', kind: 'نوع', kinds: { disaster: evil }, own: { search: evil } }, script);
  assert.deepEqual(page.match(/<script[^]*?<\/script>/g), ['<script>show()</script>']);
  assert.ok(page.includes("script-src 'sha256-abc='"));
  assert.ok(page.includes('data-first="2019-03-23" data-last="2019-03-23" data-kind="disaster" data-places="[&quot;Aleppo&quot;]"'));
  assert.ok(page.includes('<mark>&lt;script&gt;'));
  assert.ok(!/\ssrc=|@import|url\(/.test(page));
  // What the table links to is there.
  assert.ok(page.includes('href="#a%20b.0"') && page.includes('id="a%20b.0"'));
});

const mark = { x: 10, width: 9, lane: 0, shape: 'day', label: 'غمر <الماء>', labelX: 24, labelWidth: 200 };
const drawn = (axis, changes = {}) => svg(picture({ marks: [{ ...mark, ...changes }], ticks: [{ x: 0, label: '2019', major: true }], bins: [{ x: 50, width: 8, count: 3 }] }, { width: 400, lanes: 2 }, axis, 'سدود & جسور', ({ kind, shape }) => `«${kind ?? shape}»`), 'سدود & جسور');

test('a picture is well-formed, says what it shows, and mirrors with the axis', () => {
  for (const axis of ['rtl', 'ltr']) assert.ok(drawn(axis).includes('<title>سدود &amp; جسور</title>') && drawn(axis).includes('غمر &lt;الماء&gt;'));
  const place = (axis) => Number(/<circle cx="([\d.]+)"/.exec(drawn(axis))[1]);
  assert.equal(place('ltr') + place('rtl'), 400);
});

test('no label in a picture is cut by its future edge', () => {
  // At 400 px a label from 380 on has no room for a word, one from 300 on has room for some: 92 px, twelve letters of 7.5 px.
  const label = 'انهار السد القديم ليلا وغمر الماء القرى';
  assert.ok(!drawn('rtl', { label, labelX: 380, labelWidth: 20 }).includes('انهار'));
  const [, text] = />(انهار[^<]*)</.exec(drawn('ltr', { label, labelX: 300, labelWidth: 100 }));
  assert.equal(text, 'انهار السد…');
  assert.ok(drawn('ltr', { label, labelX: 24, labelWidth: 260 }).includes(label));
});

test('each precision has a form of its own, and open or soft ends are drawn beyond the mark', () => {
  const shapes = ['day', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century', 'range'].map((shape) => drawn('rtl', { shape, width: 60 }));
  assert.equal(new Set(shapes.map((text) => text.replace(/«\w+»/, ''))).size, shapes.length);
  for (const end of ['softStart', 'softEnd', 'openStart', 'openEnd']) assert.notEqual(drawn('rtl', { [end]: true, shape: 'month' }), drawn('rtl', { shape: 'month' }), end);
});

test('kinds keep the signs and the colours of the page, and a key says what they mean', () => {
  const styles = readFileSync(new URL('../styles/timeline.css', import.meta.url), 'utf8');
  for (const kind of SIGNED) {
    const { family, path } = signOf(kind);
    const [, colour] = new RegExp(`data-family="${family}"\\] { --kind: light-dark\\((#\\w+),`).exec(styles);
    for (const changes of [{ kind }, { kind, shape: 'month', width: 60 }, { kind, shape: 'month', width: 60, labelWidth: 0 }]) {
      const signs = drawn('rtl', changes).split(`d="${path}" fill-rule="evenodd" fill="${colour}"`).length - 1;
      assert.equal(signs, 2, `${kind}: once on its mark and once in the key`);
    }
    assert.ok(drawn('ltr', { kind }).includes(`«${kind}»`));
  }
  assert.ok(drawn('ltr', { kind: 'other' }).includes('«day»') && !drawn('ltr', { kind: 'other' }).includes('«other»'));
});

const ROWS = ['events', 'figures', 'names', 'documents'];

test('every form is written from its own rows', () => {
  const given = { about, references: [], ...Object.fromEntries(ROWS.map((rows) => [rows, []])) };
  for (const [form, { rows, write }] of Object.entries(FORMATS)) for (const kind of rows ? [rows] : ROWS) assert.equal(typeof write(given, kind), 'string', form);
});
