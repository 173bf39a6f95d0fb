// What Emscripten's generated lamplight_web.js gives: the part that boundary.js uses.

/** Called by the module for every glyph it has not seen, see glyphs.js. */
export interface GlyphSource {
  measureFace(face: number, pixels: number, out: number): void;
  measure(
    face: number,
    pixels: number,
    codePoint: number,
    out: number,
    word: number,
    length: number,
    onlyAdvance: number,
  ): void;
  copy(out: number): void;
  findWords(address: number, length: number, out: number): void;
}

export interface LamplightModule {
  readonly HEAPU8: Uint8Array;
  readonly [exported: `_lamplight_${string}`]: (...values: number[]) => number;
}

export default function createLamplight(options: {
  glyphs: GlyphSource;
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}): Promise<LamplightModule>;
