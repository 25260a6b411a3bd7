// The site as `tawarikh build` writes it, opened by the page's own modules: the engine, and the fragments of a large archive.
import { openArchive } from '../../../web/src/engine.js';
import { fragmentLoader } from '../../../web/src/fragments.js';

const LIMITS = { 'ten hits with snippets': 10, 'one hit with its snippet': 1 };

export const tawarikh = {
  name: 'Tawarikh',
  variants: ['ten hits with snippets'],
  // Ranks and counts the same; shows how much of the time goes into titles and snippets.
  beside: ['one hit with its snippet'],
  async build(documents, variant) {
    const archive = await openArchive();
    const loader = fragmentLoader(archive, archive.about().fragments?.folder);
    return {
      // The space says that the last word is finished, so that it is not completed as while typing.
      search: async (text) => {
        const state = { query: `${text} `, limit: LIMITS[variant] };
        let view = archive.search(state);
        while (view.pending.length > 0) {
          await loader.load(view.pending);
          view = archive.search(state);
        }
        if (view.lost.length > 0) throw new Error(`fragments were lost: ${view.lost}`);
        return view.hits.map(({ id }) => id);
      },
      serialise: () => [],
    };
  },
};
