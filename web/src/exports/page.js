// The selection as one HTML file that opens by itself: no script, no second file, nothing to load. It is made to be read and
// printed; what searches is the archive itself, to which it links.
import { escaped } from './markup.js';

const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#fbf7ee,#1f2022);--ink:light-dark(#25211b,#e9e3d8);--faded:light-dark(#6a6155,#aaa294);--line:light-dark(#ddd4c3,#3d3d3e);--wash:light-dark(#d5e7e2,#294845)}
body{margin:0;padding:2rem clamp(1rem,4vw,4rem) 6rem;background:var(--paper);color:var(--ink);font:1.125rem/1.7 "Noto Naskh Arabic","Amiri","Geeza Pro","Traditional Arabic",serif}
main{max-width:46rem;margin-inline:auto}h1,h2,h3{font-weight:400;line-height:1.5}h2{margin-block-start:3rem;border-block-start:1px solid var(--line);padding-block-start:1rem}
.faded{color:var(--faded);font-size:.9rem}table{border-collapse:collapse;font-size:.95rem;width:100%}td,th{text-align:start;vertical-align:baseline;padding:.25rem 0;padding-inline-end:1rem;font-weight:400;border-block-end:1px solid var(--line)}th{color:var(--faded)}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:2px solid var(--line)}mark{background:var(--wash);color:inherit}a{color:inherit}p{overflow-wrap:anywhere}`;

/** `selection` is `{ about, documents, events }`; `words` says `title`, `asked`, `link`, `language` and the page's own headings. */
export function selectionPage({ about, documents, events }, words) {
  const direction = words.language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${words.language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Tawarikh">
<title>${escaped([words.asked, words.title].filter(Boolean).join(' · '))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(words.title)}</h1>
<p class="faded">${escaped([words.asked, words.counted, about.licence].filter(Boolean).join(' · '))}<br><a href="${escaped(words.link)}">${escaped(words.back)}</a></p>
${events.length > 0 ? `<h2>${escaped(words.events)}</h2>\n${eventTable(events, about, words)}` : ''}
${documents.map((reading) => documentPart(reading, words)).join('\n')}
</main>
</body>
</html>
`;
}

function eventTable(events, about, words) {
  const row = ({ date, headline, title, outlet, id, sentence }) =>
    `<tr><td><bdi>${escaped(date)}</bdi></td><td lang="${escaped(about.language)}" dir="auto"><a href="#${anchor(id, sentence)}">${escaped(headline)}</a></td><td class="faded" dir="auto">${escaped(outlet ?? title)}</td></tr>`;
  return `<table><thead><tr>${[words.date, words.event, words.source].map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>\n${events.map(row).join('\n')}\n</tbody></table>`;
}

const TAGS = { heading: 'h3', quote: 'blockquote', caption: 'p', item: 'p', body: 'p' };

function documentPart({ id, title, authors, outlet, date, url, language, paragraphs }, words) {
  const origin = [...authors.map(({ value }) => value), outlet?.value, date?.label ?? words.undated].filter(Boolean).join(' · ');
  const text = paragraphs.map(({ kind, sentences }) => element(TAGS[kind] ?? 'p', sentences.map((sentence) => sentencePart(id, sentence)).join('')));
  return `<article lang="${escaped(language)}" dir="${language.startsWith('ar') ? 'rtl' : 'auto'}">
<h2 id="${anchor(id)}">${escaped(title.value)}</h2>
<p class="faded">${escaped(origin)}${isWeb(url) ? ` · <a href="${escaped(url)}" rel="noreferrer" dir="ltr">${escaped(url)}</a>` : ''}</p>
${text.join('\n')}
</article>`;
}

// An address of another kind might run something.
function isWeb(url) {
  return /^https?:\/\//.test(url ?? '');
}

function sentencePart(id, { sentence, pieces }) {
  const words = pieces.map(({ text, hit }) => (hit ? element('mark', escaped(text)) : escaped(text)));
  return `<span id="${anchor(id, sentence)}">${words.join('')}</span>`;
}

function element(tag, inner) {
  return `<${tag}>${inner}</${tag}>`;
}

function anchor(id, sentence) {
  return escaped(encodeURIComponent(sentence === undefined ? id : `${id}.${sentence}`));
}
