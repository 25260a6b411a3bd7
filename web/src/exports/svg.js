// A picture as an SVG file.
import { escaped } from './markup.js';

const FACES = "'IBM Plex Sans Arabic','Noto Sans Arabic','SF Arabic','Segoe UI',sans-serif";
const round = (number) => Math.round(number * 100) / 100;

/** The file's text; `title` is what the picture shows, for those who can't see it. */
export function svg({ width, height, strokes }, title) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" font-family="${FACES}">
<title>${escaped(title)}</title>
${strokes.map((stroke) => DRAWN[stroke.shape](stroke)).join('\n')}
</svg>
`;
}

function attributes(values) {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${escaped(typeof value === 'number' ? round(value) : value)}"`)
    .join(' ');
}

function ink({ fill, stroke, dash, thick }) {
  return { fill: fill ?? 'none', stroke, 'stroke-width': thick, 'stroke-dasharray': dash?.join(' ') };
}

const DRAWN = {
  rect: (stroke) => `<rect ${attributes({ x: stroke.x, y: stroke.y, width: stroke.width, height: stroke.height, ...ink(stroke) })}/>`,
  circle: (stroke) => `<circle ${attributes({ cx: stroke.x, cy: stroke.y, r: stroke.radius, ...ink(stroke) })}/>`,
  line: (stroke) => `<line ${attributes({ x1: stroke.x1, y1: stroke.y1, x2: stroke.x2, y2: stroke.y2, ...ink(stroke) })}/>`,
  path: (stroke) => `<path ${attributes({ transform: `translate(${round(stroke.x)} ${round(stroke.y)}) scale(${round(stroke.scale)})`, d: stroke.d, 'fill-rule': 'evenodd', ...ink(stroke) })}/>`,
  // What `start` is depends on the direction of the letters.
  text: ({ x, y, text, edge, direction, fill, size }) =>
    `<text ${attributes({ x, y, fill, 'font-size': size, direction, 'text-anchor': (edge === 'right') === (direction === 'rtl') ? 'start' : 'end' })}>${escaped(text)}</text>`,
};
