// Quality and time in one number each.

/** nDCG@10 over all judged queries of `queries`; a query without an answer counts 0. Gains are 0 or 1. */
export function ndcg(queries, relevant, run) {
  const judged = queries.filter(({ id }) => relevant.has(id));
  const gains = judged.map(({ id }) => gain(relevant.get(id), run.get(id) ?? []));
  return gains.reduce((sum, one) => sum + one, 0) / judged.length;
}

function gain(relevant, documents) {
  const discounted = (places) => places.reduce((sum, place) => sum + 1 / Math.log2(place + 2), 0);
  const found = documents.slice(0, 10).flatMap((id, place) => (relevant.has(id) ? [place] : []));
  return discounted(found) / discounted([...Array(Math.min(10, relevant.size)).keys()]);
}

/** The value at `share` (0 to 1) of the sorted values. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => quantile(values, 0.5);
