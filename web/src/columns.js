// Counts of facet values, which the engine hands over as one array of numbers: their texts are the same in every answer, and to
// make hundreds of objects of a text takes as long as many a search.

// Stands between the values of a column; none has it.
const BETWEEN = '\uffff';

/** The archive with `{ field, values }` as the facets of its answers, of rows `{ value, count, label }`; a label that is the value is not there. */
export function withRows(archive) {
  const fields = remembered((state) => archive.values(state).map(texts));
  for (const method of ['search', 'ranked']) {
    const ask = archive[method].bind(archive);
    archive[method] = (state) => {
      const answer = ask(state);
      answer.facets = answer.facets.length > 0 ? rows(answer.facets, fields(state, answer)) : [];
      return answer;
    };
  }
  return archive;
}

// The texts of values depend on the language and the digits they are printed in alone, as soon as all that the answer needs is here.
function remembered(read) {
  const known = new Map();
  return (state, { pending }) => {
    const style = JSON.stringify(state.style ?? null);
    const fields = known.get(style) ?? read(state);
    if (pending.length === 0) known.set(style, fields);
    return fields;
  };
}

/** A field's values with their labels, each column as a list. */
export function texts({ field, values, labels }) {
  return { field, values: values?.split(BETWEEN) ?? [], labels: labels?.split(BETWEEN) ?? [] };
}

/** The facets in an answer's numbers: for each its field's place in `fields`, how many values it has, their numbers, their counts. */
export function rows(numbers, fields) {
  const facets = [];
  for (let at = 0; at < numbers.length;) {
    const { field, values, labels } = fields[numbers[at]];
    const begin = at + 2;
    const end = begin + numbers[at + 1];
    const shown = Array.from(numbers.subarray(begin, end), (value, place) => ({ value: values[value], count: numbers[end + place], label: labels[value] || undefined }));
    facets.push({ field, values: shown });
    at = end + shown.length;
  }
  return facets;
}
