// Figures by what they count.

/** What a figure counts: of one kind and one fate. */
export function subjectOf({ kind, fate }) {
  return `${fate ?? ''} ${kind}`;
}

/** Figures by their subjects, those with most figures first: `[{ subject, kind, fate, figures }]`. */
export function bySubject(figures) {
  const groups = new Map();
  for (const figure of figures) {
    const subject = subjectOf(figure);
    if (!groups.has(subject)) groups.set(subject, { subject, kind: figure.kind, fate: figure.fate, figures: [] });
    groups.get(subject).figures.push(figure);
  }
  return [...groups.values()].sort((one, other) => other.figures.length - one.figures.length);
}

/** Whether two figures can't both be right about the same thing: their ranges have nothing in common. */
export function exclude(one, other) {
  return (one.low ?? -Infinity) > (other.high ?? Infinity) || (other.low ?? -Infinity) > (one.high ?? Infinity);
}

/** The subjects of which different sources of a happening give figures that exclude each other. */
export function disputed(sources) {
  const told = sources.flatMap(({ figures }) => figures.filter(({ partOf }) => partOf === null));
  const clash = (one) => told.some((other) => areRivals(one, other) && exclude(one, other));
  return new Set(told.filter(clash).map(subjectOf));
}

// Whether two figures count the same by different voices: those of two documents, or two that one document tells of. The dead of
// one party are not those of another, nor those until one day those until a later one.
function areRivals(one, other) {
  const same = (value) => (value(one) ?? null) === (value(other) ?? null);
  const voices = one.document !== other.document || (one.attribution && other.attribution && !same(({ attribution }) => attribution.text));
  return voices && subjectOf(one) === subjectOf(other) && same(({ party }) => party) && same(({ asOf }) => asOf);
}

/** A figure's value in words: a number, a range, or one with an open end. */
export function valueOf({ low, high, kind }, number, t) {
  const shown = (value) => (kind === 'share' ? t('figure.share', { value: number(value) }) : number(value));
  if (low === null && high === null) return t('figure.unsaid');
  if (high === null) return t('figure.least', { n: shown(low) });
  if (low === null) return t('figure.most', { n: shown(high) });
  return low === high ? shown(low) : t('figure.between', { low: shown(low), high: shown(high) });
}

/** What a figure counts, in words. */
export function subjectLabel({ kind, fate }, named) {
  return [named('counted', kind), fate && named('fate', fate)].filter(Boolean).join(' · ');
}

// Classes are the kinds' plurals, in English.
const KINDS = { children: 'child', women: 'woman', families: 'family', other: 'thing' };

/** A class of figures that exclude each other (`killed children`) in words. */
export function classLabel(words, named) {
  const parts = words.split(' ').map((word) => {
    const fate = named('fate', word);
    return fate === word ? named('counted', KINDS[word] ?? word.replace(/s$/, '')) : fate;
  });
  return parts.reverse().join(' · ');
}
