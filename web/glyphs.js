// Glyphs for src/platform/browser_font.cpp: measures and draws code points, and words whose letters
// are shaped together, with a 2D canvas, in the page's own fonts, at the device's pixel density.
//
// All numbers are pixels of the device. A glyph is drawn alone, without kerning: Dear ImGui
// advances glyph by glyph, and the overlay's text does the same (font-kerning: none).

/** @typedef {import("./lamplight_web.js").GlyphSource} GlyphSource */

const FIRST_ASCII = 0x21;
const LAST_ASCII = 0x7e;

/**
 * One face at one size.
 * @typedef {object} Face
 * @property {string} font
 * @property {number} ascent
 * @property {number} descent
 * @property {boolean} isWhole every advance is a whole number of pixels
 * @property {number} oversample
 * @property {Map<number, Glyph>} ascii
 */

/**
 * @typedef {object} Glyph
 * @property {number} advance
 * @property {number} left
 * @property {number} top
 * @property {number} width of the bitmap
 * @property {number} height
 * @property {boolean} isColored
 * @property {Uint8Array} bitmap coverage, or RGBA
 */

/** @implements {GlyphSource} */
export class Glyphs {
  #canvas = document.createElement('canvas');
  #context;
  /** @type {() => Uint8Array} */
  #memory = () => new Uint8Array();
  #families = { sans: 'sans-serif', mono: 'monospace' };
  #ink = '#000';
  #density = 1;
  /** @type {Map<string, Face>} */
  #faces = new Map();
  /** @type {Glyph | undefined} */
  #last;
  /** Time spent on measuring and drawing. */
  spentMs = 0;

  constructor() {
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('The browser gives no canvas to draw letters on.');
    this.#context = context;
  }

  /**
   * Where the answers are written: the module's memory.
   * @param {() => Uint8Array} memory
   */
  attach(memory) {
    this.#memory = memory;
  }

  /**
   * True: they differ from before, so the module must forget its glyphs.
   * @param {{ sans: string, mono: string }} families
   * @param {boolean} isDark letters are light: browsers draw those a little thinner
   */
  setStyle(families, isDark) {
    const ink = isDark ? '#fff' : '#000';
    const same =
      families.sans === this.#families.sans &&
      families.mono === this.#families.mono &&
      ink === this.#ink;
    if (same) return false;
    this.#families = families;
    this.#ink = ink;
    this.#faces.clear();
    return true;
  }

  /** @param {number} density pixels of the device per CSS px */
  setDensity(density) {
    if (density === this.#density) return;
    this.#density = density;
    this.#faces.clear();
  }

  /** The page's fonts have changed. */
  forget() {
    this.#faces.clear();
  }

  /**
   * @param {number} face
   * @param {number} pixels
   * @param {number} out
   */
  measureFace(face, pixels, out) {
    const begun = performance.now();
    const { ascent, descent, isWhole } = this.#face(face, pixels);
    this.spentMs += performance.now() - begun;
    const view = this.#view(out, 12);
    view.setFloat32(0, ascent, true);
    view.setFloat32(4, descent, true);
    view.setFloat32(8, Number(isWhole), true);
  }

  /**
   * @param {number} face
   * @param {number} pixels
   * @param {number} codePoint
   * @param {number} out
   * @param {number} word address of a text that is drawn in its place
   * @param {number} length of it in bytes, 0: there is none
   * @param {number} onlyAdvance 1: its bitmap is not asked for
   */
  measure(face, pixels, codePoint, out, word, length, onlyAdvance) {
    const begun = performance.now();
    const found = this.#face(face, pixels);
    const text = length > 0 ? this.#text(word, length) : '';
    const glyph = this.#glyph(found, codePoint, text, onlyAdvance !== 0);
    this.spentMs += performance.now() - begun;
    this.#last = glyph;
    const view = this.#view(out, 28);
    view.setFloat32(0, glyph.advance, true);
    view.setInt32(4, glyph.left, true);
    view.setInt32(8, glyph.top, true);
    view.setInt32(12, glyph.width, true);
    view.setInt32(16, glyph.height, true);
    view.setInt32(20, found.oversample, true);
    view.setInt32(24, Number(glyph.isColored), true);
  }

  /** @param {number} out */
  copy(out) {
    if (this.#last) this.#memory().set(this.#last.bitmap, out);
  }

  /**
   * Where words begin in a text without blanks between them: ones, by its bytes.
   * @param {number} address
   * @param {number} length in bytes
   * @param {number} out
   */
  findWords(address, length, out) {
    const text = this.#text(address, length);
    // Where a browser cannot tell, a line breaks between any two letters with their marks.
    const parts = Intl.Segmenter
      ? [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].map(
          (each) => each.segment,
        )
      : text.match(/.\p{M}*/gsu);
    let at = out;
    for (const part of parts ?? []) {
      this.#memory()[at] = 1;
      at += new TextEncoder().encode(part).length;
    }
  }

  /**
   * @param {number} address
   * @param {number} length in bytes
   */
  #text(address, length) {
    return new TextDecoder().decode(this.#memory().subarray(address, address + length));
  }

  /**
   * @param {number} face
   * @param {number} pixels
   */
  #face(face, pixels) {
    const key = `${face} ${pixels}`;
    const known = this.#faces.get(key);
    if (known) return known;
    const weight = [400, 500, 600, 400][face];
    const family = face === 3 ? this.#families.mono : this.#families.sans;
    const font = `${weight} ${pixels}px ${family}`;
    this.#use(font, 1);
    const metrics = this.#context.measureText('Hg');
    const isWhole = [...'ilmWae.0'].every(
      (letter) => Math.abs(((this.#context.measureText(letter).width + 0.5) % 1) - 0.5) < 0.01,
    );
    /** @type {Face} */
    const made = {
      font,
      // Whole pixels, as browsers round them when they lay out a line.
      ascent: Math.round(metrics.fontBoundingBoxAscent ?? pixels * 0.93),
      descent: Math.round(metrics.fontBoundingBoxDescent ?? pixels * 0.24),
      isWhole,
      // Letters at fractional places: twice the width keeps them sharp where pixels are coarse.
      oversample: isWhole || this.#density >= 2 ? 1 : 2,
      ascii: new Map(),
    };
    this.#drawAscii(made);
    this.#faces.set(key, made);
    return made;
  }

  /**
   * @param {string} font
   * @param {number} oversample
   */
  #use(font, oversample) {
    const context = this.#context;
    context.setTransform(oversample, 0, 0, 1, 0, 0);
    context.font = font;
    context.fontKerning = 'none';
    context.fillStyle = this.#ink;
    context.textBaseline = 'alphabetic';
  }

  /**
   * Where a glyph's pixels are, from the pen; one pixel of room on every side.
   * @param {string} text
   */
  #box(text) {
    const m = this.#context.measureText(text);
    const left = Math.floor(-m.actualBoundingBoxLeft) - 1;
    const top = -Math.ceil(m.actualBoundingBoxAscent) - 1;
    const right = Math.ceil(m.actualBoundingBoxRight) + 1;
    const bottom = Math.ceil(m.actualBoundingBoxDescent) + 1;
    const isEmpty = right - left <= 2 || bottom - top <= 2;
    return {
      advance: m.width,
      left,
      top,
      width: isEmpty ? 0 : right - left,
      height: isEmpty ? 0 : bottom - top,
    };
  }

  /**
   * All of ASCII side by side: reading a canvas back is slow, so it is done once.
   * @param {Face} face
   */
  #drawAscii(face) {
    const boxes = [];
    let width = 0;
    let top = 0;
    let bottom = 0;
    for (let code = FIRST_ASCII; code <= LAST_ASCII; ++code) {
      const box = this.#box(String.fromCharCode(code));
      boxes.push({ code, box, x: width });
      width += box.width * face.oversample;
      top = Math.min(top, box.top);
      bottom = Math.max(bottom, box.top + box.height);
    }
    const height = bottom - top;
    if (width === 0 || height === 0) return;
    this.#clear(width, height);
    this.#use(face.font, face.oversample);
    for (const { code, box, x } of boxes) {
      this.#context.fillText(String.fromCharCode(code), x / face.oversample - box.left, -top);
    }
    const pixels = this.#context.getImageData(0, 0, width, height).data;
    for (const { code, box, x } of boxes) {
      const columns = box.width * face.oversample;
      const bitmap = new Uint8Array(columns * box.height);
      for (let row = 0; row < box.height; ++row) {
        let from = ((row + box.top - top) * width + x) * 4 + 3;
        for (let column = 0; column < columns; ++column, from += 4) {
          bitmap[row * columns + column] = pixels[from];
        }
      }
      face.ascii.set(code, { ...box, width: columns, isColored: false, bitmap });
    }
  }

  /**
   * @param {Face} face
   * @param {number} codePoint
   * @param {string} word or "": the code point itself
   * @param {boolean} onlyAdvance
   * @returns {Glyph}
   */
  #glyph(face, codePoint, word, onlyAdvance) {
    if (word) return this.#draw(face, word, onlyAdvance);
    const known = face.ascii.get(codePoint);
    if (known) return known;
    if (isInvisible(codePoint)) return { ...nothing, bitmap: new Uint8Array() };
    return this.#draw(face, String.fromCodePoint(codePoint), onlyAdvance);
  }

  /**
   * @param {Face} face
   * @param {string} text
   * @param {boolean} onlyAdvance
   * @returns {Glyph}
   */
  #draw(face, text, onlyAdvance) {
    this.#use(face.font, 1);
    const box = this.#box(text);
    if (onlyAdvance || box.width === 0)
      return { ...box, isColored: false, bitmap: new Uint8Array() };
    const columns = box.width * face.oversample;
    this.#clear(columns, box.height);
    this.#use(face.font, face.oversample);
    this.#context.fillText(text, -box.left, -box.top);
    const pixels = this.#context.getImageData(0, 0, columns, box.height).data;
    if (this.#isColored(pixels)) {
      const bitmap = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
      return { ...box, width: columns, isColored: true, bitmap };
    }
    const bitmap = new Uint8Array(columns * box.height);
    for (let i = 0; i < bitmap.length; ++i) bitmap[i] = pixels[i * 4 + 3];
    return { ...box, width: columns, isColored: false, bitmap };
  }

  /**
   * Whether anything has another colour than the ink.
   * @param {Uint8ClampedArray} pixels
   */
  #isColored(pixels) {
    const ink = this.#ink === '#fff' ? 255 : 0;
    for (let i = 0; i < pixels.length; i += 4) {
      // Faint pixels lose their colour to rounding.
      if (pixels[i + 3] < 64) continue;
      for (let channel = 0; channel < 3; ++channel) {
        if (Math.abs(pixels[i + channel] - ink) > 16) return true;
      }
    }
    return false;
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  #clear(width, height) {
    const canvas = this.#canvas;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
    }
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, canvas.width, canvas.height);
  }

  /**
   * @param {number} out
   * @param {number} length
   */
  #view(out, length) {
    const memory = this.#memory();
    return new DataView(memory.buffer, memory.byteOffset + out, length);
  }
}

const nothing = { advance: 0, left: 0, top: 0, width: 0, height: 0, isColored: false };

/**
 * Controls, joiners, direction marks and variation selectors take no room.
 * @param {number} codePoint
 */
function isInvisible(codePoint) {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint < 0xa0) ||
    codePoint === 0xad ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0000 && codePoint <= 0xe0fff)
  );
}
