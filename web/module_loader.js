// Fetches and compiles the web modules: each once for the whole page, however many elements it has.

import createLamplight from './lamplight_web.js';
import { measure } from './timeline.js';

/** @typedef {import("./lamplight_web.js").GlyphSource} GlyphSource */

/** Something could not be fetched; the message says what and where. */
export class FetchError extends Error {
  /**
   * @param {string} what
   * @param {string} address
   * @param {string} why
   */
  constructor(what, address, why) {
    super(`${what} could not be loaded from ${address} (${why}).`);
    this.name = 'FetchError';
  }
}

/** Adds up the bytes of several downloads and tells how far they are. */
export class Downloads {
  #done = 0;
  #whole = 0;
  #isKnown = true;
  #tell;

  /** @param {(part: number | null) => void} tell 0 to 1; null: not known */
  constructor(tell) {
    this.#tell = tell;
  }

  /**
   * Fetches with progress. Failure: FetchError.
   * @param {string} what for the message: "The list"
   * @param {string | URL} address
   * @param {AbortSignal} [signal]
   */
  async fetch(what, address, signal) {
    const url = new URL(address, document.baseURI);
    let response;
    try {
      response = await fetch(url, { signal });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new FetchError(what, url.href, 'no answer');
    }
    if (!response.ok) throw new FetchError(what, url.href, `status ${response.status}`);
    return this.#counted(response);
  }

  /** @param {Response} response */
  #counted(response) {
    // The length is that of the compressed bytes, while those that arrive are not.
    const length = Number(response.headers.get('content-length'));
    const isPlain = !response.headers.get('content-encoding');
    if (isPlain && length > 0) {
      this.#whole += length;
    } else {
      this.#isKnown = false;
    }
    if (!response.body) return response;
    const counter = new TransformStream({
      transform: (/** @type {Uint8Array} */ chunk, controller) => {
        this.#done += chunk.length;
        this.#tell(this.#isKnown ? Math.min(1, this.#done / this.#whole) : null);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counter), {
      headers: { 'content-type': response.headers.get('content-type') ?? '' },
    });
  }
}

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const shared = new Map();

/**
 * The compiled module of the page, shared by all its elements. A failure is not kept.
 * @param {Downloads} downloads
 */
export const compileViewer = (downloads) =>
  compileShared('The viewer', 'lamplight_web.wasm', downloads);

/**
 * The module that reads lists, shared by all workers. A failure is not kept.
 * @param {Downloads} downloads
 */
export const compileReader = (downloads) =>
  compileShared("The list's reader", 'lamplight_reader.wasm', downloads);

/**
 * @param {string} what
 * @param {string} file
 * @param {Downloads} downloads
 */
function compileShared(what, file, downloads) {
  const known = shared.get(file);
  if (known) return known;
  const begun = performance.now();
  const compiling = compile(what, file, downloads);
  shared.set(file, compiling);
  compiling.then(
    () => measure('fetch-and-compile', begun),
    () => shared.delete(file),
  );
  return compiling;
}

/**
 * @param {string} what
 * @param {string} file
 * @param {Downloads} downloads
 */
async function compile(what, file, downloads) {
  if (typeof WebAssembly !== 'object') {
    throw new Error('This browser does not run WebAssembly.');
  }
  const address = new URL(file, import.meta.url);
  const response = await downloads.fetch(what, address);
  const isTyped = response.headers.get('content-type')?.startsWith('application/wasm');
  if (isTyped && typeof WebAssembly.compileStreaming === 'function') {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * An instance with its own memory.
 * @param {WebAssembly.Module} compiled
 * @param {GlyphSource} glyphs
 * @returns {Promise<import("./lamplight_web.js").LamplightModule>}
 */
export function instantiate(compiled, glyphs) {
  return new Promise((resolve, reject) => {
    createLamplight({
      glyphs,
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports).then(
          (instance) => done(instance, compiled),
          reject,
        );
        return {};
      },
    }).then(resolve, reject);
  });
}
