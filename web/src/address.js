// The address carries the whole view:
// `#q=…&outlet=…&year=…&place=…&party=…&kind=…&author=…&from=2017-06-01&to=2017-10-31&zoom=2016-01-01..2018-12-31&exact=on&like=ID&doc=ID&s=12&view=figures&figures.sort=low&timeline=list&lang=en&axis=ltr&months=both&digits=arabicIndic`
// `embed=timeline` is the timeline alone, for which `theme=light|dark|system` is the host's to say; `view` names what stands below the timeline; a name with a dot is what the reader chose within a view.
// What has its usual value is left out. Reading an address never fails: what can't be read is left as it was.
import { daysOf, isoDay } from './days.js';
import { FIELDS, START, VIEW_NAMES } from './state.js';

const CHOICES = {
  language: { name: 'lang', values: ['ar', 'en'] },
  axis: { name: 'axis', values: ['rtl', 'ltr'] },
  months: { name: 'months', values: ['levantine', 'gregorian', 'both'] },
  digits: { name: 'digits', values: ['latin', 'arabicIndic'] },
};

/** Only a host says it: a link between readers leaves each one's own. */
const THEMES = ['light', 'dark', 'system'];

/** The address (with its `#`) that opens this state's view. */
export function toAddress(state) {
  const fields = new URLSearchParams();
  if (state.query) fields.set('q', state.query);
  for (const field of FIELDS) for (const value of state.facets[field]) fields.append(field, value);
  if (state.span) {
    fields.set('from', isoDay(state.span[0]));
    fields.set('to', isoDay(state.span[1]));
  }
  if (state.window) fields.set('zoom', state.window.map(isoDay).join('..'));
  if (state.exact === 'on') fields.set('exact', 'on');
  if (state.like) fields.set('like', state.like.id);
  if (state.open?.id) {
    fields.set('doc', state.open.id);
    if (state.open.sentence !== null) fields.set('s', String(state.open.sentence));
  }
  if (state.embed) fields.set('embed', state.embed);
  if (state.view !== START.view) fields.set('view', state.view);
  for (const name of Object.keys(state.options).sort()) fields.set(name, state.options[name]);
  if (state.listed) fields.set('timeline', 'list');
  for (const [key, { name }] of Object.entries(CHOICES)) if (state[key] !== START[key]) fields.set(name, state[key]);
  return `#${fields}`;
}

/** The parts of the state that an address names, over `base` for what it leaves out of the reader's own choices. */
export function fromAddress(address, base) {
  const fields = new URLSearchParams(address.replace(/^#/, ''));
  const chosen = {};
  for (const [key, { name, values }] of Object.entries(CHOICES)) {
    chosen[key] = values.includes(fields.get(name)) ? fields.get(name) : base[key];
  }
  const embed = fields.get('embed') === 'timeline' ? 'timeline' : null;
  return {
    ...chosen,
    ...(embed && THEMES.includes(fields.get('theme')) && { theme: fields.get('theme') }),
    query: fields.get('q') ?? '',
    facets: Object.fromEntries(FIELDS.map((field) => [field, fields.getAll(field)])),
    span: days(fields.get('from'), fields.get('to')),
    window: days(...(fields.get('zoom') ?? '').split('..')),
    exact: fields.get('exact') === 'on' ? 'on' : 'off',
    like: fields.get('like') ? { id: fields.get('like') } : null,
    open: fields.get('doc') ? { id: fields.get('doc'), sentence: sentence(fields.get('s')) } : null,
    embed,
    view: VIEW_NAMES.includes(fields.get('view')) ? fields.get('view') : START.view,
    options: Object.fromEntries([...fields].filter(([name]) => name.includes('.'))),
    listed: fields.get('timeline') === 'list',
  };
}

function days(from, to) {
  const [first, last] = [daysOf(from ?? ''), daysOf(to ?? '')];
  return first && last && first[0] <= last[1] ? [first[0], last[1]] : null;
}

function sentence(text) {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : null;
}
