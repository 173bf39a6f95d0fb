// The worker in which a list is read: one list, one worker.
//
// In:  { compiled: WebAssembly.Module, text: ArrayBuffer, address: string }
//      the reader; the Markdown, handed over; where the list itself stands
//  or { compiled, block: ArrayBuffer, format: string, ids: string[] }
//      a list's block, handed over, and what is to be made of it (exportBlock)
// Out: { block: ArrayBuffer }  the catalog, handed over
//      { text: string }  in the other format
//      { status: string, message: string }  what is wrong, as a LamplightError has it

import { LamplightError } from './boundary.js';
import createReader from './lamplight_reader.js';
import { exportBlock, readBlock } from './reader_boundary.js';

/**
 * Failure: what the browser says about the module.
 * @param {WebAssembly.Module} compiled
 * @returns {Promise<import("./lamplight_reader.js").ReaderModule>}
 */
function instantiate(compiled) {
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

/**
 * @typedef {{ text: ArrayBuffer, address: string }} ReadingOrder
 * @typedef {{ block: ArrayBuffer, format: string, ids: string[] }} ExportOrder
 * @typedef {{ compiled: WebAssembly.Module } & (ReadingOrder | ExportOrder)} Order
 */

self.onmessage = (/** @type {MessageEvent<Order>} */ { data }) => {
  instantiate(data.compiled)
    .then((module) => {
      if ('format' in data) {
        const { block, format, ids } = data;
        return post({ text: exportBlock(module, new Uint8Array(block), format, ids) });
      }
      const block = readBlock(module, new Uint8Array(data.text), data.address);
      post({ block: block.buffer }, [block.buffer]);
    })
    .catch((error) => post(describe(error)));
};
