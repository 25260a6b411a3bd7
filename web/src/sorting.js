// Rows in the order that the reader asks for: `name` of a column upwards, `-name` downwards.

/** The order that an option names, `{ column, down }`; null where it names no column that sorts. */
export function orderOf(option, columns) {
  const down = option?.startsWith('-') ?? false;
  const column = columns.find(({ name, by }) => by && name === (down ? option.slice(1) : option));
  return column ? { column, down } : null;
}

/** The rows in an order, equal ones as they were; what has no value comes last either way. */
export function sorted(rows, order, language) {
  if (order === null) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const { by } = order.column;
  return [...rows].sort((one, other) => {
    const [a, b] = [by(one), by(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const way = typeof a === 'number' ? a - b : compare(a, b);
    return order.down ? -way : way;
  });
}

/** What a press on a column's head asks for next. */
export function nextOrder(order, name) {
  if (order?.column.name !== name) return name;
  return order.down ? null : `-${name}`;
}
