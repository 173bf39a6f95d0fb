// Reads a list away from the page's thread: Markdown in, the block of its catalog out
// (include/lamplight/catalog.h). However long the list is, the page stays alive meanwhile.
//
//     const block = await readList(await compileReader(downloads), markdown, address, signal);

import { LamplightError } from './boundary.js';
import { whereItIs } from './module_loader.js';

/**
 * Failure: LamplightError (NotText, TooLarge, OutOfMemory, Unreadable: the worker could not be
 * started), or the signal's reason.
 * @param {WebAssembly.Module} compiled
 * @param {ArrayBuffer} text handed over: it is empty afterwards
 * @param {string} address where the list itself stands; empty: not known
 * @param {AbortSignal} signal stops at once, and gives all memory back
 */
export async function readList(compiled, text, address, signal) {
  const { block } = await askReader({ compiled, text, address }, text, signal);
  return new Uint8Array(block);
}

/**
 * What the worker answers (reader_worker.js). Failure: as above.
 * @param {import('./reader_worker.js').Order} order
 * @param {ArrayBuffer} given of the order, handed over
 * @param {AbortSignal} signal
 * @returns {Promise<{ block: ArrayBuffer, text: string }>} that of them which was asked for
 */
export function askReader(order, given, signal) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = startWorker();
    const over = new AbortController();
    /** @param {() => void} settle */
    const end = (settle) => {
      over.abort();
      worker.terminate();
      settle();
    };
    const options = { signal: over.signal };
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), options);
    worker.addEventListener(
      'message',
      ({ data }) => {
        if (data.status) end(() => reject(new LamplightError(data.status, data.message)));
        else end(() => resolve(data));
      },
      options,
    );
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault(); // it is told below
        const why = event.message ? `: ${event.message}` : '.';
        const message = `The list's reader could not be started from ${WORKER.href}${why}`;
        end(() => reject(new LamplightError('Unreadable', message)));
      },
      options,
    );
    worker.postMessage(order, [given]);
  });
}

const WORKER = whereItIs(new URL('reader_worker.js', import.meta.url));

function startWorker() {
  if (WORKER.origin === location.origin) return new Worker(WORKER, { type: 'module' });
  // The modules may come from another site, a worker may not: a line of this one asks for it.
  const line = new Blob([`import ${JSON.stringify(WORKER.href)};`], { type: 'text/javascript' });
  const address = URL.createObjectURL(line);
  const worker = new Worker(address, { type: 'module' });
  for (const type of ['message', 'error']) {
    worker.addEventListener(type, () => URL.revokeObjectURL(address), { once: true });
  }
  return worker;
}
