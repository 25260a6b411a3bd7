// The timeline within another page (`embed=timeline` in the address): what a mark leads to is the host's to show. The element
// `<tawarikh-timeline>` (src/timeline-element.js) listens; a frame that a person wrote by hand may do so too.

/** A `send` that tells the host of documents to open, with the address that shows them, instead of opening them here. `now()` is the model. */
export function hosted(send, now) {
  return (action) => {
    if (action.type === 'open') tell(action, now());
    else send(action);
  };
}

async function tell({ id, number, sentence }, { fetched, href }) {
  // As long as a document has not come, its id has not either.
  const open = { id: id ?? (await fetched(number)).id, sentence };
  const address = location.href.split('#')[0] + href({ open, embed: null });
  parent.postMessage({ tawarikh: 'open', ...open, address }, '*');
}
