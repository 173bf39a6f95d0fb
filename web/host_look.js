// What the page around wants of the look: custom properties, and what of them the browser understands.
//
// They are read from an element of ours that takes them as values of common properties: what is
// no colour, length or font is none of theirs then. Each of these has a transition, so that the
// browser tells when one changes, wherever that comes from: a class, a style sheet, a media query.

const MONO = "ui-monospace, 'DejaVu Sans Mono', monospace";

/** In the order of lamplight_palette_set; set on the probe by element_style.js. */
const COLORS = /** @type {const} */ ([
  'backgroundColor', // --lamplight-bg
  'borderTopColor', // --lamplight-panel
  'borderRightColor', // --lamplight-hover
  'borderBottomColor', // --lamplight-ink
  'borderLeftColor', // --lamplight-line
  'columnRuleColor', // --lamplight-accent
]);
const NONE = 'rgba(0, 0, 0, 0)';

export class HostLook {
  element = document.createElement('div');
  /** @type {CanvasRenderingContext2D | null} */
  #context = null;

  /** @param {() => void} changed */
  constructor(changed) {
    this.element.className = 'probe';
    this.element.addEventListener('transitionend', changed);
  }

  /** @param {boolean} isDark */
  read(isDark) {
    this.element.style.colorScheme = isDark ? 'dark' : 'light';
    const style = getComputedStyle(this.element);
    const mono = style.getPropertyValue('--lamplight-mono').trim();
    return {
      isDark,
      colors: COLORS.map((name) => (style[name] === NONE ? 0 : this.#packed(style[name]))),
      radius: style.maxWidth.endsWith('px') ? Number.parseFloat(style.maxWidth) : -1,
      families: {
        sans: style.fontFamily,
        mono: CSS.supports('font-family', mono) ? mono : MONO,
      },
    };
  }

  /** 0xAABBGGRR, opaque. @param {string} color as the browser computed it */
  #packed(color) {
    this.#context ??= document
      .createElement('canvas')
      .getContext('2d', { willReadFrequently: true });
    if (!this.#context) return 0;
    this.#context.clearRect(0, 0, 1, 1);
    this.#context.fillStyle = color;
    this.#context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = this.#context.getImageData(0, 0, 1, 1).data;
    return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
  }
}
