// Draws the site's icons, which the page's own (web/index.html) is, too: a card with the lines of a
// list on it.
//
//     node cmake/draw_icons.mjs --out build/web/dist
//
// Writes icon.svg, icon-192.png, icon-512.png, and icon-maskable-512.png, whose card fills the whole
// square and whose lines stay within the middle that every shape of an icon shows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateSync } from 'node:zlib';

const { values } = parseArgs({ options: { out: { type: 'string', default: '.' } } });

/** Of the drawing, in units: a square of 16. */
const GROUND = [0x1f, 0x5f, 0xd6];
const RADIUS = 4;
const STROKE = 1.6;
/** @type {[number, number, number, number][]} */
const LINES = [
  [4, 4, 4, 12],
  [7, 5, 12, 5],
  [7, 8, 12, 8],
  [7, 11, 10, 11],
];

const path = LINES.map(([x0, y0, x1, y1]) => `M${x0} ${y0}L${x1} ${y1}`).join('');
const svg =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">` +
  `<rect width="16" height="16" rx="${RADIUS}" fill="#1f5fd6"/>` +
  `<path d="${path}" stroke="#fff" stroke-width="${STROKE}" stroke-linecap="round"/></svg>\n`;

/** How far a point is from a line. @param {number} x @param {number} y @param {number[]} line */
function distanceTo(x, y, [x0, y0, x1, y1]) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

/** How far a point is outside the card; less than 0 inside. @param {number} x @param {number} y */
function distanceToCard(x, y) {
  const [ax, ay] = [Math.abs(x - 8) - 8 + RADIUS, Math.abs(y - 8) - 8 + RADIUS];
  return Math.hypot(Math.max(ax, 0), Math.max(ay, 0)) + Math.min(Math.max(ax, ay), 0) - RADIUS;
}

/**
 * @param {number} size px
 * @param {number} scale of the lines; below 1 for an icon that is cut to a shape
 */
function drawPng(size, scale) {
  const unit = 16 / size;
  /** How much of a pixel is within, by how far its middle is from the edge. @param {number} d */
  const cover = (d) => Math.max(0, Math.min(1, 0.5 - d / unit));
  const lines = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0, at = 0; y < size; ++y) {
    ++at; // no filter
    for (let x = 0; x < size; ++x, at += 4) {
      const [px, py] = [(x + 0.5) * unit, (y + 0.5) * unit];
      const [lx, ly] = [8 + (px - 8) / scale, 8 + (py - 8) / scale];
      const ink = cover(
        (Math.min(...LINES.map((line) => distanceTo(lx, ly, line))) - STROKE / 2) * scale,
      );
      GROUND.forEach((channel, i) => (lines[at + i] = Math.round(channel + (255 - channel) * ink)));
      lines[at + 3] = Math.round(255 * (scale < 1 ? 1 : cover(distanceToCard(px, py))));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits of red, green, blue and alpha
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {string} type @param {Buffer} body */
function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(checksumOf(named));
  return Buffer.concat([length, named, sum]);
}

/** The CRC of PNG, annex D. @param {Buffer} bytes */
function checksumOf(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; ++bit) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

writeFileSync(join(values.out, 'icon.svg'), svg);
writeFileSync(join(values.out, 'icon-192.png'), drawPng(192, 1));
writeFileSync(join(values.out, 'icon-512.png'), drawPng(512, 1));
writeFileSync(join(values.out, 'icon-maskable-512.png'), drawPng(512, 0.75));
