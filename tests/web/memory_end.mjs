// Where the memory of the web module ends, an error is told, and what was loaded stays. Without a
// browser, in 64 MiB:
//
//     node --wasm-max-mem-pages=1024 tests/web/memory_end.mjs build/web/dist
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { LamplightError } from '../../web/boundary.js';
import { openModule } from './bare_module.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const dist = resolve(process.argv[2] ?? join(project, 'build', 'web', 'dist'));

assert.throws(() => new WebAssembly.Memory({ initial: 1025 }), 'memory is bounded as said above');
const makeBoundary = await openModule(dist);

/** @param {() => void} call */
function assertMemoryEnds(call) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof LamplightError, String(error));
    assert.equal(error.status, 'OutOfMemory');
    assert.equal(error.message, 'There is not enough memory.');
    return true;
  });
}

const read = (/** @type {string} */ file) => readFileSync(join(project, 'data', file));
const entry = '- Work: about proteins and more [[Paper]](https://example.org/work)\n';
const large = '# Large\n\n## All\n' + entry.repeat(200_000);

// In the middle of reading a list.
const reading = await makeBoundary();
reading.loadSnapshot('2024-03-11', read('lists/2024-03-11.md'));
reading.openUrl('q=protein');
assertMemoryEnds(() => reading.loadSnapshot('2025-01-01', new TextEncoder().encode(large)));
assert.equal(reading.url(), 'q=protein');

// For the text of a list alone.
const asking = await makeBoundary();
asking.loadSnapshot('2024-03-11', read('lists/2024-03-11.md'));
asking.openUrl('q=protein');
assertMemoryEnds(() => asking.loadSnapshot('2025-01-01', new Uint8Array(100_000_000)));
assert.equal(asking.url(), 'q=protein');
asking.loadSnapshot('2023-03-29', read('lists/2023-03-29.md'));
console.log('the end of memory is told');
