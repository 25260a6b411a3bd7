// The site as `tawarikh build` writes it, asked through the interface that its page publishes to other scripts.
export const tawarikh = {
  name: 'Tawarikh',
  variants: ['as shipped'],
  prepared: true,
  async build() {
    await globalThis.tawarikh.open();
    return {
      // The space says that the last word is finished, so that it is not completed as while typing.
      search: async (text) => (await globalThis.tawarikh.search(`${text} `)).hits.map(({ id }) => id),
      serialise: () => [],
    };
  },
};
