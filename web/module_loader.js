// Fetches and compiles the web modules: each once for the whole page, however many elements it has.

import createLamplight from './lamplight_web.js';
import { clock } from './clock.js';
import { Parts } from './module_parts.js';
import { measure } from './timeline.js';

/** A server that sends nothing for so long is taken for gone. */
const SILENT_AT_MOST_MS = 20_000;

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
  /**
   * Why one broke off, where the browser tells an error of its own instead.
   * @type {FetchError | undefined}
   */
  failure;
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
    const silence = new Silence(signal);
    const fail = (/** @type {unknown} */ error, /** @type {string} */ why) => {
      silence.end();
      if (signal?.aborted) return error;
      const told = silence.isOver ? `nothing came for ${SILENT_AT_MOST_MS / 1000} seconds` : why;
      return (this.failure = new FetchError(what, url.href, told));
    };
    let response;
    try {
      response = await fetch(url, { signal: silence.signal });
    } catch (error) {
      throw fail(error, 'no answer');
    }
    if (!response.ok) throw fail(null, `status ${response.status}`);
    return this.#counted(response, silence, (error) => fail(error, 'it was cut off'));
  }

  /**
   * @param {Response} response
   * @param {Silence} silence
   * @param {(error: unknown) => unknown} fail
   */
  #counted(response, silence, fail) {
    // The length is that of the compressed bytes, while those that arrive are not.
    const length = Number(response.headers.get('content-length'));
    const isPlain = !response.headers.get('content-encoding');
    if (isPlain && length > 0) {
      this.#whole += length;
    } else {
      this.#isKnown = false;
    }
    if (!response.body) {
      silence.end();
      return response;
    }
    const reader = response.body.getReader();
    const counted = new ReadableStream({
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (done) {
            silence.end();
            controller.close();
            return;
          }
          silence.begin();
          this.#done += value.length;
          this.#tell(this.#isKnown ? Math.min(1, this.#done / this.#whole) : null);
          controller.enqueue(value);
        } catch (error) {
          controller.error(fail(error));
        }
      },
    });
    return new Response(counted, {
      headers: { 'content-type': response.headers.get('content-type') ?? '' },
    });
  }
}

/** Ends a download when nothing comes, or when its owner does. */
class Silence {
  isOver = false;
  #stop = new AbortController();
  #timer = 0;
  #owner;

  /** @param {AbortSignal} [owner] */
  constructor(owner) {
    this.#owner = owner;
    owner?.addEventListener('abort', this.#follow);
    if (owner?.aborted) this.#follow();
    this.begin();
  }

  #follow = () => this.#stop.abort(this.#owner?.reason);

  get signal() {
    return this.#stop.signal;
  }

  /** From now on. */
  begin() {
    clock.cancel(this.#timer);
    this.#timer = clock.after(() => {
      this.isOver = true;
      this.#stop.abort();
    }, SILENT_AT_MOST_MS);
  }

  end() {
    clock.cancel(this.#timer);
    this.#owner?.removeEventListener('abort', this.#follow);
  }
}

/**
 * The address of a file of ours. While Vite serves, it moves a package's scripts, and these alone,
 * from node_modules/NAME into node_modules/.vite/deps.
 * @param {URL} address
 */
export function whereItIs(address) {
  return new URL(address.href.replace('/.vite/deps/', '/lamplight-catalog/'));
}

// The arguments are as bundlers look for them: so they bring the file along.
const VIEWER = whereItIs(new URL('lamplight_web.wasm', import.meta.url));
const REST = whereItIs(new URL('lamplight_rest.wasm', import.meta.url));
const READER = whereItIs(new URL('lamplight_reader.wasm', import.meta.url));

/** @type {Map<URL, Promise<WebAssembly.Module>>} */
const shared = new Map();

/**
 * The compiled module of the page, shared by all its elements. A failure is not kept.
 * @param {Downloads} downloads
 */
export const compileViewer = (downloads) => compileShared('The viewer', VIEWER, downloads);

/**
 * What of it the first frame does not need. A failure is not kept.
 * @param {Downloads} downloads
 */
export const compileRest = (downloads) => compileShared('The viewer', REST, downloads);

/** The same while all else waits. Failure: FetchError, or what the browser says about the module. */
function compileRestNow() {
  const request = new XMLHttpRequest();
  const address = REST.href;
  try {
    request.open('GET', address, false);
    // Bytes as characters: so they come at once.
    request.overrideMimeType('text/plain; charset=x-user-defined');
    request.send();
  } catch {
    throw new FetchError('The viewer', address, 'no answer');
  }
  if (request.status !== 200)
    throw new FetchError('The viewer', address, `status ${request.status}`);
  const bytes = Uint8Array.from(request.responseText, (sign) => sign.charCodeAt(0));
  return new WebAssembly.Module(bytes);
}

/**
 * The module that reads lists, shared by all workers. A failure is not kept.
 * @param {Downloads} downloads
 */
export const compileReader = (downloads) => compileShared("The list's reader", READER, downloads);

/**
 * @param {string} what
 * @param {URL} address
 * @param {Downloads} downloads
 */
function compileShared(what, address, downloads) {
  const known = shared.get(address);
  if (known) return known;
  const begun = performance.now();
  const compiling = compile(what, address, downloads);
  shared.set(address, compiling);
  compiling.then(
    () => measure('fetch-and-compile', begun),
    () => shared.delete(address),
  );
  return compiling;
}

/**
 * @param {string} what
 * @param {URL} address
 * @param {Downloads} downloads
 */
async function compile(what, address, downloads) {
  if (typeof WebAssembly !== 'object') {
    throw new Error('This browser does not run WebAssembly.');
  }
  const response = await downloads.fetch(what, address);
  const isTyped = response.headers.get('content-type')?.startsWith('application/wasm');
  try {
    return isTyped && typeof WebAssembly.compileStreaming === 'function'
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (downloads.failure) throw downloads.failure;
    const why = error instanceof Error ? error.message : String(error);
    throw new FetchError(what, address.href, `it is damaged, or not made for this browser: ${why}`);
  }
}

/**
 * An instance with its own memory. It works at once; what compileRest gives is to be joined to it.
 * @param {WebAssembly.Module} compiled
 * @param {GlyphSource} glyphs
 * @returns {Promise<{ module: import("./lamplight_web.js").LamplightModule, parts: Parts }>}
 */
export function instantiate(compiled, glyphs) {
  const parts = new Parts(compileRestNow);
  return new Promise((resolve, reject) => {
    createLamplight({
      glyphs,
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, parts.imports(imports)).then((instance) => {
          parts.first = instance;
          done(instance, compiled);
        }, reject);
        return {};
      },
    }).then((module) => resolve({ module, parts }), reject);
  });
}
