// The text of a document: its sentences, each of which can be chosen, and the marks in them, one tab stop for all.
import { h } from '../element.js';
import { annotated } from '../pieces.js';
import { inInterface } from './reader-head.js';

const TAGS = { heading: 'h3', quote: 'blockquote', caption: 'p', item: 'p', body: 'p' };

/** The switch of each kind of mark. */
export const SWITCHES = { mention: 'markDates', figure: 'markFigures', name: 'markNames', hit: 'markHits' };

export function readerText(model, send) {
  const { reading, state, t } = model;
  const kinds = Object.keys(SWITCHES).filter((kind) => state[SWITCHES[kind]] === 'on');
  const stop = state.stop ?? firstMark(model, kinds);
  const shown = { model, kinds, stop, send };
  return [
    h('p', { id: 'marks-help', class: 'unseen', ...inInterface(model) }, t('marks.keys')),
    h(
      'div',
      { class: 'text', dir: directionOf(reading.language), role: 'group', 'aria-label': t('reader.text'), 'aria-describedby': 'marks-help', onKeydown: walk },
      reading.paragraphs.map((paragraph, place) => block(paragraph, place, shown)),
    ),
  ];
}

function directionOf(language) {
  return /^(ar|fa|ur|ckb|he)\b/.test(language) ? 'rtl' : 'auto';
}

// A paragraph, and in the margin beside it what it dates.
function block(paragraph, place, shown) {
  return h('div', { key: place, class: 'block' }, lines(paragraph, shown), margin(paragraph, shown));
}

function lines({ kind, sentences }, shown) {
  return h(TAGS[kind] ?? 'p', { class: `paragraph ${kind}` }, sentences.map((sentence) => line(sentence, shown)));
}

function line({ sentence, pieces }, { model, kinds, stop, send }) {
  const { state, reading } = model;
  const here = state.open.sentence === sentence;
  const pinned = state.notes.some((note) => note.id === reading.id && note.sentence === sentence);
  const anchor = anchors(sentence);
  return h(
    'span',
    { key: sentence, id: `sentence-${sentence}`, class: 'sentence', tabindex: here ? '-1' : null, 'data-here': here, 'data-pinned': pinned, onClick: (event) => pick(event, sentence, send) },
    annotated(pieces, kinds, (kind, number, text) => mark({ kind, number, anchor: anchor(kind, number) }, text, stop, model, send)),
  );
}

// Names of one sentence's marks, in the order of the text: a date or a figure may be cut by another, a name comes again.
function anchors(sentence) {
  const times = new Map();
  return (kind, number) => {
    const base = kind === 'name' ? `name-${sentence}-${number}` : `${kind}-${number}`;
    const before = times.get(base) ?? 0;
    times.set(base, before + 1);
    return before === 0 ? base : `${base}-${before}`;
  };
}

// The mark that Tab reaches: the first of the open sentence, or of the text.
function firstMark({ reading, state }, kinds) {
  const of = ({ sentence, pieces }) => {
    const anchor = anchors(sentence);
    let first = null;
    annotated(pieces, kinds, (kind, number) => {
      first = anchor(kind, number);
      return first;
    });
    return first;
  };
  const sentences = reading.paragraphs.flatMap(({ sentences }) => sentences);
  const open = sentences.find(({ sentence }) => sentence === state.open.sentence);
  const found = open && of(open);
  if (found) return found;
  for (const sentence of sentences) {
    const first = of(sentence);
    if (first) return first;
  }
  return null;
}

// A click beside the marks chooses the sentence; one that ends a selection of text does not.
function pick(event, sentence, send) {
  if (event.target.closest('.annotated') || !document.getSelection().isCollapsed) return;
  send({ type: 'pick', sentence });
}

// An inline element with a button's role: a real button would be a box, and its letters would not join its neighbours'.
function mark(marked, text, stop, { reading, state }, send) {
  const { kind, number, anchor } = marked;
  const toggle = () => send({ type: 'card', card: marked });
  return h(
    'span',
    {
      key: anchor,
      id: anchor,
      class: `annotated ${kind}`,
      role: 'button',
      tabindex: anchor === stop ? '0' : '-1',
      'aria-expanded': String(state.card?.anchor === anchor),
      'aria-haspopup': 'dialog',
      ...traits[kind](reading, number),
      onClick: toggle,
      onKeydown: (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        toggle();
      },
    },
    text,
  );
}

const traits = {
  mention: ({ mentions }, number) => ({ 'data-doubt': mentions[number].findings.length > 0, 'data-unplaced': !mentions[number].placed }),
  name: ({ names }, number) => ({ 'data-kind': names[number].kind }),
  figure: () => ({}),
};

// From mark to mark; the text is the one tab stop of all of them.
function walk(event) {
  if (!event.target.closest('.annotated') || event.ctrlKey || event.metaKey || event.altKey) return;
  const backward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const step = { [backward]: -1, ArrowUp: -1, ArrowDown: 1 }[event.key] ?? ({ ArrowLeft: 1, ArrowRight: 1 }[event.key] || 0);
  const marks = [...event.currentTarget.querySelectorAll('.annotated')];
  const here = marks.indexOf(event.target.closest('.annotated'));
  const target = { Home: marks[0], End: marks.at(-1) }[event.key] ?? (step !== 0 && marks[here + step]);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function margin({ sentences }, { model, send }) {
  const numbers = new Set(sentences.map(({ sentence }) => sentence));
  const dated = model.reading.mentions.filter(({ sentence, placed }) => placed && numbers.has(sentence));
  if (dated.length === 0) return null;
  const entries = [...new Map(dated.map(({ sentence, label }) => [`${sentence} ${label}`, { sentence, label }])).values()];
  return h(
    'ul',
    { class: 'margin', ...inInterface(model), 'aria-label': model.t('margin') },
    entries.map(({ sentence, label }) =>
      h('li', { key: `${sentence} ${label}` }, h('button', { tabindex: '-1', onClick: () => send({ type: 'sentence', sentence }) }, h('bdi', null, label))),
    ),
  );
}
