// Text to the clipboard, and the word to the reader that it is there.

/** Copies a text, says so in the page's live region, and gives whether it could. */
export async function copied(text, t) {
  const done = await written(text);
  document.getElementById('news').textContent = t(done ? 'copied' : 'copy.failed');
  return done;
}

// The clipboard interface is missing where a page is served without encryption; a selection still works there.
async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text });
    field.className = 'unseen';
    const focused = document.activeElement;
    focused.after(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    focused.focus({ preventScroll: true });
    return done;
  }
}
