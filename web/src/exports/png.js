// A picture as a PNG file, painted with the page's own faces.

/** As many pixels of the file as one of the picture, so that it stays sharp in print. */
const SHARP = 2;

/** A promise of the file. `face` is the family of the labels' letters. */
export function png({ width, height, strokes }, face) {
  const canvas = Object.assign(document.createElement('canvas'), { width: width * SHARP, height: height * SHARP });
  const pen = canvas.getContext('2d');
  pen.scale(SHARP, SHARP);
  for (const stroke of strokes) {
    pen.setLineDash(stroke.dash ?? []);
    pen.lineWidth = stroke.thick ?? 1;
    pen.fillStyle = stroke.fill ?? 'transparent';
    pen.strokeStyle = stroke.stroke ?? 'transparent';
    PAINTED[stroke.shape](pen, stroke, face);
  }
  return new Promise((keep) => canvas.toBlob(keep, 'image/png'));
}

function inked(pen, { fill, stroke }) {
  if (fill && fill !== 'none') pen.fill();
  if (stroke) pen.stroke();
}

const PAINTED = {
  rect(pen, stroke) {
    pen.beginPath();
    pen.rect(stroke.x, stroke.y, stroke.width, stroke.height);
    inked(pen, stroke);
  },
  circle(pen, stroke) {
    pen.beginPath();
    pen.arc(stroke.x, stroke.y, stroke.radius, 0, 2 * Math.PI);
    inked(pen, stroke);
  },
  line(pen, stroke) {
    pen.beginPath();
    pen.moveTo(stroke.x1, stroke.y1);
    pen.lineTo(stroke.x2, stroke.y2);
    pen.stroke();
  },
  path(pen, { d, x, y, scale, fill, stroke }) {
    pen.save();
    pen.translate(x, y);
    pen.scale(scale, scale);
    if (fill && fill !== 'none') pen.fill(new Path2D(d), 'evenodd');
    if (stroke) pen.stroke(new Path2D(d));
    pen.restore();
  },
  text(pen, { x, y, text, edge, direction, size }, face) {
    pen.font = `${size}px ${face}`;
    pen.direction = direction;
    pen.textAlign = edge;
    pen.fillText(text, x, y);
  },
};
