// The faces of the page. A letter whose face is still on its way is shown in a face of the system, and in Chromium each of these is asked
// for, by name and by size, in the middle of a layout, of a process that may be busy: the first results would wait for a dozen answers.

/** The families of styles/fonts.css, and a letter of each of their parts that nearly every page shows. */
const FAMILIES = ['Naskh', 'Quiet'];
const LETTERS = 'ا0';

/** Begins to load what nearly every page shows, before a text asks for it; what does not come stays with the system's faces. */
export function beginFaces() {
  for (const family of FAMILIES) document.fonts.load(`1rem ${family}`, LETTERS).catch(() => {});
}
