// A page is described by plain nodes (`h`) and put in place by `patch`, which changes only what differs. Elements keep
// their identity (by `key`, otherwise by tag and order), so that focus, scroll positions and running drags survive.
//
// Text enters only as text nodes: no markup is ever parsed from a document, a query or a message.

const SVG = 'http://www.w3.org/2000/svg';
const shown = Symbol('the node that an element shows');
// Props with a meaning here rather than in the document.
const OURS = new Set(['key', 'mounted', 'value', 'held', 'spare']);

/**
 * Describes an element.
 *
 * Props: `key` (identity among siblings), `onX` (event handlers), `style` (an object set through the CSSOM, as the
 * page's policy asks), `mounted` (called once with the new element), `value` (a field's text, left alone while the reader
 * types), `held` (its children belong to another `patch`), `spare` (a name: an element that goes may become a new one of that name,
 * unless it has the focus), `.name` (a property); all others are attributes, left out where
 * null, undefined or false.
 */
export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, children: children.flat(Infinity).filter(isShown) };
}

/** Makes the children of `root` show the given nodes. A node that an element shows already is not looked into again. */
export function patch(root, ...nodes) {
  const focused = document.activeElement;
  arrange(root, nodes.flat(Infinity).filter(isShown), root.namespaceURI === SVG);
  // Moving an element takes its focus away; give it back.
  if (focused && focused !== document.activeElement && root.contains(focused)) focused.focus({ preventScroll: true });
}

function isShown(node) {
  return node !== null && node !== undefined && node !== false && node !== '';
}

function arrange(parent, nodes, inSvg) {
  const same = asBefore(parent, nodes, inSvg);
  if (same === nodes.length && same === parent.childNodes.length) return;
  arrangeRest(parent, nodes, same, inSvg);
}

// Updates the children that stand where they stood, from the first: how many. Most of what moves changes nothing else.
function asBefore(parent, nodes, inSvg) {
  let child = parent.firstChild;
  let place = 0;
  for (; child && place < nodes.length && isSame(child, nodes[place]); place += 1) {
    const next = child.nextSibling;
    update(child, nodes[place], inSvg);
    child = next;
  }
  return place;
}

function isSame(child, node) {
  if (typeof node !== 'object') return child.nodeType === Node.TEXT_NODE;
  const before = child[shown];
  return before !== undefined && before.tag === node.tag && before.props.key === node.props.key;
}

function arrangeRest(parent, nodes, same, inSvg) {
  const pool = makePool(parent);
  const wanted = nodes.map((node) => [node, take(pool, node)]);
  const rest = [...pool.values()].flat();
  if (rest.length > 0) for (const pair of wanted) pair[1] ??= takeSpare(rest, pair[0]);
  for (const leftover of rest) leftover.remove();
  wanted.forEach(([node, found], place) => {
    const child = found ?? create(node, inSvg);
    if (parent.childNodes[place] !== child) parent.insertBefore(child, parent.childNodes[place] ?? null);
    update(child, node, inSvg);
  });
}

function makePool(parent) {
  const pool = new Map();
  for (const child of parent.childNodes) {
    const name = nameOf(child);
    if (pool.has(name)) pool.get(name).push(child);
    else pool.set(name, [child]);
  }
  return pool;
}

// What another hand has put there matches nothing, and goes.
function nameOf(child) {
  if (child.nodeType === Node.TEXT_NODE) return '#text';
  return child[shown] ? identity(child[shown]) : '#foreign';
}

function take(pool, node) {
  return pool.get(identity(node))?.shift();
}

function takeSpare(rest, node) {
  const name = node.props?.spare;
  const place = name ? rest.findIndex((child) => child[shown]?.props?.spare === name && child !== document.activeElement) : -1;
  return place < 0 ? undefined : rest.splice(place, 1)[0];
}

function identity(node) {
  if (typeof node !== 'object') return '#text';
  return node.props.key === undefined ? node.tag : `${node.tag} ${node.props.key}`;
}

function create(node, inSvg) {
  if (typeof node !== 'object') return document.createTextNode(String(node));
  const svg = inSvg || node.tag === 'svg';
  const element = svg ? document.createElementNS(SVG, node.tag) : document.createElement(node.tag);
  element[shown] = { ...node, props: { key: node.props.key } };
  if (node.props.mounted) queueMicrotask(() => node.props.mounted(element));
  return element;
}

function update(child, node, inSvg) {
  if (typeof node !== 'object') {
    if (child.nodeValue !== String(node)) child.nodeValue = String(node);
    return;
  }
  if (child[shown] === node) return;
  const before = child[shown].props;
  for (const name of Object.keys(before)) if (!(name in node.props)) setProp(child, name, undefined, before[name]);
  for (const [name, value] of Object.entries(node.props)) if (value !== before[name]) setProp(child, name, value, before[name]);
  child[shown] = node;
  if (!node.props.held) arrange(child, node.children, inSvg || node.tag === 'svg');
  // A field's text is the reader's while the field has focus.
  if ('value' in node.props && child.value !== node.props.value && child !== document.activeElement) child.value = node.props.value;
}

function setProp(element, name, value, before) {
  if (OURS.has(name)) return;
  if (name === 'style') return setStyle(element, value ?? {}, before ?? {});
  // A handler that gives false would take from links and fields what they do of themselves.
  if (name.startsWith('on')) return void (element[name.toLowerCase()] = value ? (event) => void value(event) : null);
  if (name.startsWith('.')) return void (element[name.slice(1)] = value);
  if (value === undefined || value === null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

function setStyle(element, style, before) {
  for (const name of Object.keys(before)) if (!(name in style)) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(style)) if (value !== before[name]) element.style.setProperty(name, value);
}
