// The worker in which a list is read: one list, one worker.
//
// In:  { text: ArrayBuffer }   the list's Markdown, handed over
// Out: { block: ArrayBuffer }  the catalog, handed over
//      { status: string, message: string }  what is wrong, as a LamplightError has it

import { LamplightError } from './boundary.js';
import createReader from './lamplight_reader.js';
import { readBlock } from './reader_boundary.js';

/**
 * Failure: LamplightError, or what the browser says about the module.
 * @returns {Promise<import("./lamplight_reader.js").ReaderModule>}
 */
async function instantiate() {
  const address = new URL('lamplight_reader.wasm', import.meta.url);
  const failed = (/** @type {string} */ why) =>
    new LamplightError(
      'Unreadable',
      `The list's reader could not be loaded from ${address} (${why}).`,
    );
  const response = await fetch(address).catch(() => {
    throw failed('no answer');
  });
  if (!response.ok) throw failed(`status ${response.status}`);
  const compiled = await WebAssembly.compile(await response.arrayBuffer());
  return new Promise((resolve, reject) => {
    createReader({
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

/** @param {unknown} error */
function describe(error) {
  if (error instanceof LamplightError) return { status: error.status, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { status: 'Unreadable', message: `The list's reader stopped: ${message}` };
}

const post = /** @type {(message: object, transfer?: Transferable[]) => void} */ (
  self.postMessage.bind(self)
);

self.onmessage = (/** @type {MessageEvent<{ text: ArrayBuffer }>} */ { data }) => {
  instantiate()
    .then((module) => {
      const block = readBlock(module, new Uint8Array(data.text));
      post({ block: block.buffer }, [block.buffer]);
    })
    .catch((error) => post(describe(error)));
};
