// The icon as a PNG for telephones that take no SVG: its shapes are read from icon.svg, drawn in four shades between its two
// colours, and stored as they are, so that every machine writes the same bytes.
import { crc32 } from 'node:zlib';
