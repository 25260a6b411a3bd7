// The faces carry only the letters that their rule in the style sheet promises: its `unicode-range` is the one place that says
// which. Forms, ligatures and marks of the kept letters stay, so that they join as in the whole face.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import subsetFont from 'subset-font';

/** A plugin for esbuild that cuts each face named in `sheet` down to its `unicode-range`. */
export function cutFonts(sheet) {
  return {
    name: 'cut-fonts',
    async setup(build) {
      const letters = promised(await readFile(sheet, 'utf8'));
      build.onLoad({ filter: /\.woff2$/ }, async ({ path }) => {
        const kept = letters.get(basename(path));
        if (kept === undefined) return { errors: [{ text: `${basename(path)} has no unicode-range in ${basename(sheet)}` }] };
        return { contents: await subsetFont(await readFile(path), kept, { targetFormat: 'woff2' }), loader: 'file' };
      });
    },
  };
}

// Each face's file and the letters in its range, as one text.
function promised(css) {
  const faces = css.split('@font-face').slice(1);
  return new Map(faces.map((face) => [/([^/"]+\.woff2)"/.exec(face)?.[1], lettersIn(/unicode-range:([^;]+);/.exec(face)?.[1] ?? '')]));
}

function lettersIn(ranges) {
  return [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first, last]) => run(first, last ?? first)).join('');
}

function run(first, last) {
  const [begin, end] = [first, last].map((code) => Number.parseInt(code, 16));
  return Array.from({ length: end - begin + 1 }, (_, place) => String.fromCodePoint(begin + place)).join('');
}
