// Screenshots as pixels: enough of PNG for what a browser writes (8 bits a channel, RGB or RGBA,
// not interlaced).
//
//     const picture = decodePng(await page.screenshot());
//     countColor(picture, '#fff0a8');  // how many pixels are marked
import { inflateSync } from 'node:zlib';

/** @typedef {{width: number, height: number, rgb: Uint8Array}} Picture */

/** @param {Buffer} png @returns {Picture} */
export function decodePng(png) {
  if (png.readUInt32BE(0) !== 0x89504e47) throw new Error('not a PNG');
  let width = 0;
  let height = 0;
  let channels = 0;
  const packed = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = { 2: 3, 6: 4 }[body[9]] ?? 0;
      if (body[8] !== 8 || channels === 0 || body[12] !== 0)
        throw new Error('a kind of PNG too many');
    } else if (type === 'IDAT') {
      packed.push(body);
    }
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(packed));
  const stride = width * channels;
  const lines = new Uint8Array(stride * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (stride + 1)];
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    for (let x = 0; x < stride; ++x) {
      const left = x >= channels ? lines[to + x - channels] : 0;
      const up = y > 0 ? lines[to - stride + x] : 0;
      const upLeft = y > 0 && x >= channels ? lines[to - stride + x - channels] : 0;
      lines[to + x] = raw[from + x] + predict(filter, left, up, upLeft);
    }
  }
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; ++i) {
    rgb.set(lines.subarray(i * channels, i * channels + 3), i * 3);
  }
  return { width, height, rgb };
}

/** The filters of PNG, 9.2. @param {number} filter @param {number} a @param {number} b @param {number} c */
function predict(filter, a, b, c) {
  if (filter === 1) return a;
  if (filter === 2) return b;
  if (filter === 3) return (a + b) >> 1;
  if (filter !== 4) return 0;
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** @param {string} color  "#rrggbb" */
const channelsOf = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

/** "#rrggbb" of one pixel. @param {Picture} picture @param {number} x @param {number} y */
export function colorAt(picture, x, y) {
  const at = (Math.round(y) * picture.width + Math.round(x)) * 3;
  return `#${[...picture.rgb.subarray(at, at + 3)].map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Pixels of a colour, give or take `tolerance` a channel.
 * @param {Picture} picture
 * @param {string} color
 * @param {{tolerance?: number, box?: {x: number, y: number, width: number, height: number}}} [where]
 */
export function countColor(picture, color, { tolerance = 2, box } = {}) {
  const [r, g, b] = channelsOf(color);
  const area = box ?? { x: 0, y: 0, width: picture.width, height: picture.height };
  let count = 0;
  for (
    let y = Math.max(0, Math.floor(area.y));
    y < Math.min(picture.height, area.y + area.height);
    ++y
  ) {
    for (
      let x = Math.max(0, Math.floor(area.x));
      x < Math.min(picture.width, area.x + area.width);
      ++x
    ) {
      const at = (y * picture.width + x) * 3;
      if (
        Math.abs(picture.rgb[at] - r) <= tolerance &&
        Math.abs(picture.rgb[at + 1] - g) <= tolerance &&
        Math.abs(picture.rgb[at + 2] - b) <= tolerance
      )
        ++count;
    }
  }
  return count;
}

/** How many different colours a picture has: 1 is a blank. @param {Picture} picture */
export function countColors(picture) {
  const seen = new Set();
  for (let at = 0; at < picture.rgb.length; at += 3) {
    seen.add((picture.rgb[at] << 16) | (picture.rgb[at + 1] << 8) | picture.rgb[at + 2]);
  }
  return seen.size;
}
