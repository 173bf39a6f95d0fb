// The JavaScript side of src/platform/reader_exports.h.
//
//     const block = readBlock(module, markdown, address);
//     const bibtex = exportBlock(module, block, 'bibtex', ids);

import { LamplightError, STATUSES, isMemoryEnd } from './boundary.js';

/**
 * The block of a list's catalog. The module is of no more use afterwards.
 * Failure: LamplightError (NotText, TooLarge, OutOfMemory).
 * @param {import("./lamplight_reader.js").ReaderModule} module
 * @param {Uint8Array} markdown
 * @param {string} address where the list itself stands; empty: not known
 * @returns {Uint8Array} a copy outside of the module's memory
 */
export function readBlock(module, markdown, address) {
  const place = new TextEncoder().encode(address);
  return guard(() => {
    give(module, place, markdown);
    return answerAt(module, module._lamplight_reader_read(place.length)).slice();
  });
}

/**
 * A list in another format. The module is of no more use afterwards.
 * Failure: LamplightError (InvalidArgument: there is no such format, OutOfMemory).
 * @param {import("./lamplight_reader.js").ReaderModule} module
 * @param {Uint8Array} block
 * @param {string} format
 * @param {string[]} ids of the works that are meant; none: all of the list
 */
export function exportBlock(module, block, format, ids) {
  const order = new TextEncoder().encode([format, ...ids, ''].join('\n'));
  return guard(() => {
    give(module, block, order);
    const text = answerAt(module, module._lamplight_reader_export(block.length));
    return new TextDecoder().decode(text);
  });
}

/**
 * Puts two things, one behind the other, into the module's memory.
 * @param {import("./lamplight_reader.js").ReaderModule} module
 * @param {Uint8Array} first
 * @param {Uint8Array} second
 */
function give(module, first, second) {
  const length = first.length + second.length;
  const room = answerAt(module, module._lamplight_reader_allocate(length));
  room.set(first);
  room.set(second, first.length);
}

/** @template T @param {() => T} run @returns {T} */
function guard(run) {
  try {
    return run();
  } catch (error) {
    // Thrown by the module itself, or by the browser that has no room for the copy.
    if (isMemoryEnd(error) || error instanceof RangeError) {
      throw new LamplightError('OutOfMemory', 'There is not enough memory to read the list.');
    }
    throw error;
  }
}

/**
 * @param {import("./lamplight_reader.js").ReaderModule} module
 * @param {number} place of a lamplight_response
 */
function answerAt(module, place) {
  const response = new DataView(module.HEAPU8.buffer, place >>> 0, 12);
  const status = response.getUint32(0, true);
  const begin = response.getUint32(4, true);
  const bytes = module.HEAPU8.subarray(begin, begin + response.getUint32(8, true));
  if (status === 0) return bytes;
  throw new LamplightError(STATUSES[status] ?? `status ${status}`, new TextDecoder().decode(bytes));
}
