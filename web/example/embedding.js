// What embedding.html does with the archive beside it: a search of its own, and the timeline's marks.
/* global tawarikh */

document.querySelector('tawarikh-timeline').addEventListener('tawarikh-open', (event) => {
  event.preventDefault();
  const { id, sentence, address } = event.detail;
  document.getElementById('told').textContent = `${id}, sentence ${sentence}: ${address}`;
});

async function begin() {
  await tawarikh.open();
  const field = document.getElementById('words');
  [field.value] = tawarikh.about().examples;
  field.oninput = () => show(field.value);
  show(field.value);
}

// An answer may lack parts of a large archive: they are loaded, and the same is asked again.
async function show(query) {
  let answer = tawarikh.search(query);
  while (answer.pending.length > 0) {
    await tawarikh.load(answer);
    answer = tawarikh.search(query);
  }
  document.getElementById('found').replaceChildren(...answer.hits.map(item));
}

// A hit's text comes in pieces, of which some matched: no markup is ever parsed.
function item({ id, title, snippet }) {
  const link = Object.assign(document.createElement('a'), { href: `index.html#doc=${encodeURIComponent(id)}` });
  link.append(...title.map(words));
  const text = Object.assign(document.createElement('p'), { dir: 'auto' });
  text.append(...snippet.map(words));
  const entry = Object.assign(document.createElement('li'), { dir: 'auto' });
  entry.append(link, text);
  return entry;
}

function words({ text, hit }) {
  return hit ? Object.assign(document.createElement('mark'), { textContent: text }) : text;
}

begin();
