// A message with its places filled: a text with `{places}`, or one text per plural category, chosen by its `n` or by the place that
// its `by` names: in “1 of 6 documents” English counts the six.

/** The words of `message`; `category` gives the plural category of a number, `number` a number as text. A place without a value is left empty. */
export function worded(message, places, category, number) {
  const text = typeof message === 'string' ? message : (message[category(places[message.by ?? 'n'])] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => (typeof places[name] === 'number' ? number(places[name]) : (places[name] ?? '')));
}
