// The selection as one HTML file that opens by itself: no second file, nothing to load, and nothing of documents that were not
// selected. It is a page to read and to print; a script of its own (selection/main.js), the only one that its policy lets run,
// searches its sentences and holds its dates to a time, a kind or a place. The archive's engine is not in it: the index of a
// part of an archive would have to be written anew.
import { isoDay } from '../days.js';
import { familyOf, signOf } from '../kinds.js';
import { escaped } from './markup.js';

const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#fbf7ee,#1f2022);--ink:light-dark(#25211b,#e9e3d8);--faded:light-dark(#6a6155,#aaa294);--line:light-dark(#ddd4c3,#3d3d3e);--wash:light-dark(#d5e7e2,#294845)}
body{margin:0;padding:2rem clamp(1rem,4vw,4rem) 6rem;background:var(--paper);color:var(--ink);font:1.125rem/1.7 "Noto Naskh Arabic","Amiri","Geeza Pro","Traditional Arabic",serif}
main{max-width:46rem;scroll-behavior:smooth;margin-inline:auto}h1,h2,h3{font-weight:400;line-height:1.5;text-wrap:balance}h2{margin-block-start:3rem;border-block-start:1px solid var(--line);padding-block-start:1rem}
.faded{color:var(--faded);font-size:.9rem}table{border-collapse:collapse;font-size:.95rem;width:100%}td,th{text-align:start;vertical-align:baseline;padding:.25rem .5rem;font-weight:400;border-block-end:1px solid var(--line)}th{color:var(--faded)}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:2px solid var(--line)}mark{background:var(--wash);color:inherit}a{color:inherit}p{overflow-wrap:anywhere}:target{background:var(--wash)}
.kind{white-space:nowrap}.sign{inline-size:.7em;block-size:.7em;fill:var(--kind);margin-inline-end:.4em}[data-family=control]{--kind:light-dark(#0072b2,#56b4e9)}[data-family=force]{--kind:light-dark(#b84f00,#ee8a4a)}[data-family=word]{--kind:light-dark(#007a5a,#2fc49a)}[data-family=people]{--kind:light-dark(#a4527e,#dc9dbe)}[data-family=nature]{--kind:light-dark(#8f6a00,#e6b23c)}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;font-size:.95rem;margin-block:.75rem}input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--faded);border-radius:4px;padding:.125rem .5rem;min-block-size:1.75rem;max-inline-size:100%}#words{flex:1 1 12rem;min-inline-size:0}output{color:var(--faded)}
.found{padding-inline-start:1.5rem}.found:empty{display:none}.found a{text-decoration-color:var(--line)}
.bars{display:flex;align-items:stretch;block-size:6rem;margin-block:1rem 1.75rem;overflow:visible}.bars[hidden]{display:none}.bars button{position:relative;flex:1 1 0;max-inline-size:4.5rem;min-inline-size:0;padding:0;border:0;border-block-end:1px solid var(--faded);border-radius:0;display:flex;align-items:flex-end}.bars i{flex:1;background:var(--faded);margin-inline:1px}.bars button:hover{background:var(--wash)}.bars [aria-pressed=true]{background:var(--wash)}.bars [aria-pressed=true] i{background:var(--ink)}.bars small{position:absolute;inset-block-start:100%;inset-inline-start:0;color:var(--faded);white-space:nowrap;font-size:.75rem}
@media(max-width:40rem){thead{position:absolute;clip-path:inset(50%)}tr{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding-block:.5rem;border-block-end:1px solid var(--line)}td{border:0;padding:0}td:nth-child(2){grid-area:2/1/auto/-1}td:nth-child(3){grid-area:1/2}td:nth-child(4){grid-column:1/-1}[hidden]{display:none}}@media print{.tools,.bars,.found{display:none}}@media(forced-colors:active){.bars i{forced-color-adjust:none;background:CanvasText}.sign{fill:CanvasText}}`;

/**
 * `selection` is `{ about, documents, events }`; `words` says `title`, `asked`, `link`, `language`, the page's own headings, the names
 * of `kinds`, and what the script says (`own`). `script` is its text and, for the policy, its hash.
 */
export function selectionPage({ about, documents, events }, words, script) {
  const direction = words.language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${words.language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${script.hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Tawarikh">
<title>${escaped([words.asked, words.title].filter(Boolean).join(' · '))}</title>
<style>${STYLE}</style>
</head>
<body>
<main data-words="${escaped(JSON.stringify(words.own))}">
<h1>${escaped(words.title)}</h1>
<p class="faded">${[words.asked, words.counted, about.licence].filter(Boolean).map((part) => element('bdi', escaped(part))).join(' · ')}<br><a href="${escaped(words.link)}">${escaped(words.back)}</a></p>
${events.length > 0 ? `<h2>${escaped(words.events)}</h2>\n${eventTable(events, about, words)}` : ''}
${documents.map((reading) => documentPart(reading, words)).join('\n')}
</main>
<script>${script.text}</script>
</body>
</html>
`;
}

function eventTable(events, about, words) {
  const days = ({ first, last }) => [['first', first], ['last', last]].map(([name, day]) => (day === null ? '' : ` data-${name}="${isoDay(day)}"`)).join('');
  const row = ({ date, headline, title, outlet, id, sentence, kind, places, ...when }) =>
    `<tr role="row"${days(when)} data-kind="${escaped(kind)}" data-places="${escaped(JSON.stringify(places.map(({ label, name }) => label ?? name)))}"><td role="cell"><bdi>${escaped(date)}</bdi></td><td role="cell" lang="${escaped(about.language)}" dir="auto"><a href="#${anchor(id, sentence)}">${escaped(headline)}</a></td><td role="cell" class="kind" data-family="${familyOf(kind) ?? ''}">${sign(kind)}${escaped(words.kinds[kind] ?? '')}</td><td role="cell" class="faded" dir="auto">${escaped(outlet ?? title)}</td></tr>`;
  return `<table role="table"><thead role="rowgroup"><tr role="row">${[words.date, words.event, words.kind, words.source].map((head) => `<th scope="col" role="columnheader">${escaped(head)}</th>`).join('')}</tr></thead><tbody role="rowgroup">\n${events.map(row).join('\n')}\n</tbody></table>`;
}

function sign(kind) {
  const known = signOf(kind);
  return known ? `<svg class="sign" viewBox="-0.5 -0.5 11 11" aria-hidden="true"><path fill-rule="evenodd" d="${known.path}"/></svg>` : '';
}

const TAGS = { heading: 'h3', quote: 'blockquote', caption: 'p', item: 'p', body: 'p' };

function documentPart({ id, title, authors, outlet, date, url, language, paragraphs }, words) {
  const origin = [...authors.map(({ value }) => value), outlet?.value, date?.label ?? words.undated].filter(Boolean).map((part) => element('bdi', escaped(part))).join(' · ');
  const text = paragraphs.map(({ kind, sentences }) => element(TAGS[kind] ?? 'p', sentences.map((sentence) => sentencePart(id, sentence)).join('')));
  return `<article lang="${escaped(language)}" dir="${language.startsWith('ar') ? 'rtl' : 'auto'}">
<h2 id="${anchor(id)}">${escaped(title.value)}</h2>
<p class="faded">${origin}${isWeb(url) ? ` · <a href="${escaped(url)}" rel="noreferrer" dir="ltr">${escaped(url)}</a>` : ''}</p>
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
