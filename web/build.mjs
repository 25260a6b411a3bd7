// Bundles the page into what a folder may hold: a classic script, style sheets, the fonts, the page, a service worker; and the
// map's data, a script that is loaded once the map is opened.
//
//   node build.mjs                      bundles the engine's glue at dist/engine/tawarikh.js
//   node build.mjs --engine=GLUE.js     bundles another module with the same exports
//
// The same sources give the same bytes: names carry no hashes and nothing asks the clock.
import { build } from 'esbuild';
import { access, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { cutFonts } from './fonts.mjs';
import { mapScript } from './map.mjs';
import { touchIcon } from './touch-icon.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUT = here('./dist/');
// The oldest engines that have all that the page relies on: container queries, `popover`, DecompressionStream.
const TARGET = ['chrome114', 'firefox125', 'safari17'];

const chosen = process.argv.find((word) => word.startsWith('--engine='));
const engine = chosen ? resolve(chosen.slice('--engine='.length)) : here('./dist/engine/tawarikh.js');

try {
  await access(engine);
} catch {
  console.error(`The engine's glue is missing: ${engine}\nMake it first: run ./build.sh at the root of the project.`);
  process.exit(1);
}

const english = await readFile(here('./messages/en.json'), 'utf8');

// A page that can't open says so in both languages; all other English is a script of its own (src/messages.js).
const failuresOnly = {
  name: 'failures-only',
  setup: (build) =>
    build.onLoad({ filter: /messages[\\/]en\.json$/ }, () => {
      const failures = Object.entries(JSON.parse(english)).filter(([key]) => /^(failure|engine)\./.test(key));
      return { contents: JSON.stringify(Object.fromEntries(failures)), loader: 'json' };
    }),
};

// The script that a page of a selection carries, as a text with its hash, which that page's policy names.
const selectionScript = {
  name: 'selection-script',
  setup: (plugins) => {
    plugins.onResolve({ filter: /^selection-script$/ }, () => ({ path: 'selection-script', namespace: 'made' }));
    plugins.onLoad({ filter: /.*/, namespace: 'made' }, async () => {
      const made = await build({ ...shared, entryPoints: [here('./src/selection/main.js')], write: false, format: 'iife' });
      const text = made.outputFiles[0].text.trim();
      const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
      return { contents: JSON.stringify({ text, hash }), loader: 'json' };
    });
  },
};

const shared = { bundle: true, minify: true, charset: 'utf8', target: TARGET, legalComments: 'none', logLevel: 'warning' };

await mkdir(OUT, { recursive: true });
await rm(`${OUT}fonts`, { recursive: true, force: true });
await Promise.all([
  build({
    ...shared,
    entryPoints: [here('./src/main.js')],
    outfile: `${OUT}app.js`,
    format: 'iife',
    alias: { 'tawarikh-engine': engine },
    // The glue's own way to find its bytes is never taken (the page hands it a compiled module), so the empty value is right.
    define: { 'import.meta.url': '""' },
    plugins: [failuresOnly],
  }),
  build({ ...shared, entryPoints: [here('./src/timeline-element.js')], outfile: `${OUT}timeline-element.js`, format: 'iife' }),
  build({ ...shared, entryPoints: [here('./src/exports/script.js')], outfile: `${OUT}exports.js`, format: 'iife', plugins: [selectionScript] }),
  build({ ...shared, entryPoints: [here('./src/map-view.js')], outfile: `${OUT}map-view.js`, format: 'iife' }),
  writeFile(`${OUT}english.js`, `globalThis.TAWARIKH_ENGLISH=${JSON.stringify(JSON.parse(english))};\n`),
  build({
    ...shared,
    entryPoints: [here('./styles/app.css'), here('./styles/text.css')],
    outdir: OUT,
    plugins: [cutFonts(here('./styles/fonts.css'))],
    assetNames: 'fonts/[name]',
  }),
  build({ ...shared, entryPoints: [here('./sw.js')], outfile: `${OUT}sw.js`, format: 'iife' }),
  copyFile(here('./index.html'), `${OUT}index.html`),
  copyFile(here('./icon.svg'), `${OUT}icon.svg`),
  readFile(here('./icon.svg'), 'utf8').then((svg) => writeFile(`${OUT}touch-icon.png`, touchIcon(svg))),
  ...['embedding.html', 'embedding.js'].map((name) => copyFile(here(`./example/${name}`), `${OUT}${name}`)),
  mapScript().then((script) => writeFile(`${OUT}map.js`, script)),
]);
