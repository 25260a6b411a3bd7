// Where the site lies: beside this script, which a page elsewhere may have loaded.

const SCRIPT = globalThis.document?.currentScript?.src;

/** The address of a file of the site; of a page that is one file, beside the page. */
export function beside(name) {
  return SCRIPT ? new URL(name, SCRIPT).href : name;
}
