// What an archive in a module is made of (crates/index/src/container.rs).

/** The archive in a module of the site. */
export function packOf(wasm) {
  return WebAssembly.Module.customSections(new WebAssembly.Module(wasm), 'tawarikh.pack')[0];
}

/** The name of the section that a fragment is of, by its number. */
export function sectionsOf(pack) {
  const view = new DataView(pack);
  const rows = Array.from({ length: view.getUint32(16, true) }, (_, row) => 28 + 20 * row);
  const firsts = rows.filter((at) => view.getUint32(at + 4, true) >= 2).map((at) => ({ tag: new TextDecoder().decode(new Uint8Array(pack, at, 4)), first: view.getUint32(at + 12, true) }));
  return (number) => firsts.filter(({ first }) => first <= number).reduce((last, one) => (one.first >= last.first ? one : last)).tag;
}
