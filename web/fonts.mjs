// The faces carry only the letters that their rule in the style sheet promises: its `unicode-range` is the one place that says
// which. Forms, ligatures and marks of the kept letters stay, so that they join as in the whole face.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import subsetFont from 'subset-font';

/** A plugin for esbuild that cuts each face named in `sheet` down to its `unicode-range`; `FILE.woff2?PART` is a face of its own. */
export function cutFonts(sheet) {
  return {
    name: 'cut-fonts',
    async setup(build) {
      const letters = promised(await readFile(sheet, 'utf8'));
      build.onResolve({ filter: /\.woff2/ }, async ({ path: face, resolveDir, kind, pluginData }) => {
        if (pluginData?.whole) return;
        const [name, part] = face.split('?');
        const { path: file, errors } = await build.resolve(name, { resolveDir, kind, pluginData: { whole: true } });
        if (errors.length > 0) return { errors };
        const path = part ? file.replace(/\.woff2$/, `-${part}.woff2`) : file;
        return { path, namespace: 'face', pluginData: { file, face: basename(face) } };
      });
      build.onLoad({ filter: /./, namespace: 'face' }, async ({ pluginData: { file, face } }) => {
        const kept = letters.get(face);
        if (kept === undefined) return { errors: [{ text: `${face} has no unicode-range in ${basename(sheet)}` }] };
        return { contents: await subsetFont(await readFile(file), kept, { targetFormat: 'woff2' }), loader: 'file' };
      });
    },
  };
}

// Each face's file, with the part of it, and the letters in its range, as one text.
function promised(css) {
  const faces = css.split('@font-face').slice(1);
  return new Map(faces.map((face) => [/([^/"]+\.woff2(?:\?\w+)?)"/.exec(face)?.[1], lettersIn(/unicode-range:([^;]+);/.exec(face)?.[1] ?? '')]));
}

function lettersIn(ranges) {
  return [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first, last]) => run(first, last ?? first)).join('');
}

function run(first, last) {
  const [begin, end] = [first, last].map((code) => Number.parseInt(code, 16));
  return Array.from({ length: end - begin + 1 }, (_, place) => String.fromCodePoint(begin + place)).join('');
}
