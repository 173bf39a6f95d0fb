// Where the memory of a web module ends, an error is told, never anything else; and what was loaded
// before a list that does not fit stays. Without a browser, in 32 MiB for each instance:
//
//     node --wasm-max-mem-pages=512 tests/web/memory_end.mjs build/web
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { LamplightError } from '../../web/boundary.js';
import { openModules } from '../../cmake/bare_modules.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const build = resolve(process.argv[2] ?? join(project, 'build', 'web'));
assert.throws(() => new WebAssembly.Memory({ initial: 513 }), 'memory is bounded as said above');
const { makeBoundary, blockOf } = await openModules(build);

/** @param {unknown} error @param {RegExp} message */
function assertMemoryEnd(error, message) {
  assert.ok(error instanceof LamplightError, String(error));
  assert.equal(error.status, 'OutOfMemory');
  assert.match(error.message, message);
}

/** What was thrown, or undefined. @param {() => unknown} call */
function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
}

// The reader. Lists of many lengths and kinds, so that memory ends in many places: in cmark-gfm, in
// the catalog's rows and texts, in the block.
const kinds = {
  bullets: '- Work: about proteins and more [[Paper]](https://example.org/work)\n',
  rows: '| Work | about proteins and more | [Paper](https://example.org/work) |\n',
  texts: 'A word of prose after another, with a [link](https://example.org/work).\n\n',
  nested: '- Work\n  - about\n    - proteins [[Code]](https://example.org/work)\n',
};
const outcomes = { read: 0, ended: 0 };
for (const [kind, entry] of Object.entries(kinds)) {
  const head = `# Large\n\n## All\n\n${kind === 'rows' ? '| A | B | C |\n| - | - | - |\n' : ''}`;
  for (let megabytes = 2; megabytes < 9; megabytes += 2) {
    const list = head + entry.repeat((megabytes * 1e6) / entry.length);
    await blockOf(list).then(
      (block) => {
        assert.ok(block.length > 1000, `${kind}, ${megabytes} MB`);
        ++outcomes.read;
      },
      (error) => {
        assertMemoryEnd(error, /^There is not enough memory/);
        ++outcomes.ended;
      },
    );
  }
}
assert.ok(outcomes.read >= 4 && outcomes.ended >= 4, JSON.stringify(outcomes));
// The text alone does not fit.
await blockOf(new Uint8Array(40_000_000).fill(120)).then(
  () => assert.fail('it was read'),
  (error) => assertMemoryEnd(error, /^There is not enough memory/),
);

// The page's module.
const read = (/** @type {string} */ file) => readFileSync(join(project, 'data', 'lists', file));
const flagship = await blockOf(read('2024-03-11.md'));
const former = await blockOf(read('2023-03-29.md'));
const long = await blockOf(`# Long\n\n## All\n\n${kinds.bullets.repeat(20_000)}`);

/** The page with the flagship drawn. */
async function openPage() {
  /** @type {unknown[]} */
  const ends = [];
  const { boundary, module } = await makeBoundary((error) => ends.push(error));
  boundary.loadBlock('2024-03-11', flagship.slice());
  boundary.openUrl('q=protein');
  boundary.resize(1440, 900, 1);
  for (let i = 0; i < 4; ++i) boundary.drawFrame(i);
  return { boundary, module, ends };
}

/** Takes all memory but `bytes` in one piece. @param {import('../../web/lamplight_web.js').LamplightModule} module @param {number} bytes */
function leave(module, bytes) {
  /** @param {number} length */
  const take = (length) => {
    const place = module._lamplight_buffer_allocate(length) >>> 0;
    const response = new DataView(module.HEAPU8.buffer, place, 12);
    return response.getUint32(0, true) === 0 ? response.getUint32(4, true) : 0;
  };
  const piece = take(bytes);
  assert.notEqual(piece, 0);
  for (let length = 1 << 20; length >= 16; length >>= 1) while (take(length) !== 0);
  module._lamplight_buffer_free(piece);
}

const shownWorks = (/** @type {import('../../web/boundary.js').Boundary} */ boundary) =>
  boundary.tree().find((node) => /^\d+ of 208 works/.test(node.label))?.label;

// A list that does not fit is refused, whether there is no room for its block or for its index, and
// the one before is searched as ever.
for (const room of [long.length / 2, long.length * 1.5]) {
  const { boundary, module, ends } = await openPage();
  const shown = shownWorks(boundary);
  assert.match(shown ?? '', /^\d+ of 208 works/);
  leave(module, room);
  const error = thrownBy(() => boundary.loadBlock('2025-01-01', long));
  assertMemoryEnd(error, /^There is not enough memory\.$/);
  assert.deepEqual(ends, []);
  assert.equal(boundary.url(), 'q=protein');
  boundary.openUrl('q=fold');
  boundary.drawFrame(10);
  boundary.openUrl('q=protein');
  boundary.drawFrame(11);
  assert.equal(shownWorks(boundary), shown);
  boundary.loadBlock('2023-03-29', former.slice());
  boundary.openUrl('q=protein&at=2023-03-29');
  boundary.drawFrame(12);
  assert.equal(boundary.missingSnapshot(), '');
}

// In the middle of anything else the call ends, and says so once; it never goes on with a null pointer.
let ended = 0;
let went = 0;
for (let room = 64; room < 12 << 20; room *= 1.7) {
  const { boundary, module, ends } = await openPage();
  leave(module, Math.round(room));
  const error = thrownBy(() => {
    boundary.loadBlock('2023-03-29', former.slice());
    for (const fragment of [
      '',
      'q=deep&sort=year',
      'view=table',
      'work=openfold',
      'at=2023-03-29',
    ]) {
      boundary.openUrl(fragment);
      boundary.resize(2000 + room / 1000, 3000, 2);
      boundary.drawFrame(10);
      boundary.tree();
    }
  });
  if (error === undefined) {
    ++went;
    assert.deepEqual(ends, []);
    continue;
  }
  assertMemoryEnd(error, /^There is not enough memory\.$/);
  if (ends.length > 0) ++ended;
  for (const end of ends) assert.equal(end, ends[0]);
}
assert.ok(ended >= 3 && went >= 1, `${ended} ended, ${went} went through`);
console.log(
  `The end of memory is told: the reader ${outcomes.ended} times, the page's module ${ended} times.`,
);
