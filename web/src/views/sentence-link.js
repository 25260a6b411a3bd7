// A way to a sentence in the reader.
import { h } from '../element.js';

/**
 * A button that opens a sentence of a document (without one: its head); `key` is what the focus comes back to. The document's id,
 * which may have to be loaded, is asked for only then.
 */
export function sentenceLink({ document, sentence }, key, { idOf }, send, ...content) {
  const open = () => send({ type: 'open', number: document, id: idOf(document), sentence, from: key });
  return h('button', { id: key, key, class: 'link', onClick: open }, ...content);
}
