// The web modules without a browser: do they start, do both sides of the boundary say the same,
// does the one read lists and the other take them over. What tests/toolchains.sh runs on the output of
// each toolchain.
//
//     node tests/web/smoke.mjs build/web
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { FRAME, LamplightError, STATUSES } from '../../web/boundary.js';
import { openModules } from '../../cmake/bare_modules.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const build = resolve(process.argv[2] ?? join(project, 'build', 'web'));
const { makeBoundary, blockOf } = await openModules(build);

/** @param {string} status */
const isFailure = (status) => (/** @type {unknown} */ error) => {
  assert.ok(error instanceof LamplightError, String(error));
  assert.equal(error.status, status);
  assert.notEqual(error.message, '');
  return true;
};
/** @param {() => void} call @param {string} status */
const assertFails = (call, status) => assert.throws(call, isFailure(status));

const { boundary } = await makeBoundary();
assert.deepEqual(boundary.statuses(), STATUSES, 'both sides have the same statuses');

const read = (/** @type {string} */ file) => readFileSync(join(project, 'data', file));
boundary.loadProfile(read('profile.json').toString());
boundary.expectSnapshots(['2023-03-29']);
boundary.loadBlock('2024-03-11', await blockOf(read('lists/2024-03-11.md')));
boundary.openUrl('q=protein&at=2023-03-29');
assert.equal(boundary.missingSnapshot(), '2023-03-29');
boundary.loadBlock('2023-03-29', await blockOf(read('lists/2023-03-29.md')));
assert.equal(boundary.missingSnapshot(), '');
boundary.openUrl('q=protein&has=code&work=openfold');
assert.equal(boundary.url(), 'q=protein&has=code&work=openfold');
assert.equal(boundary.selection()?.heading, 'OpenFold');
boundary.setState('family', 'language,vision');
assert.equal(boundary.url(), 'q=protein&has=code&family=language,vision&work=openfold');
boundary.setState('family', '');
assert.deepEqual(
  boundary.stateKeys(),
  'q in year has venue kind family domain application sort view work since at cols'.split(' '),
);
boundary.setTheme(2);
assert.equal(boundary.theme(), 2);

// What cannot be done is said, and what was there stays.
assertFails(() => boundary.loadProfile('{'), 'Syntax');
await assert.rejects(blockOf(new Uint8Array([35, 0, 1, 2])), isFailure('NotText'));
assertFails(() => boundary.loadBlock('2025-01-01', new Uint8Array(200)), 'Syntax');
const later = await blockOf('# Later\n');
new DataView(later.buffer).setUint32(8, 99, true); // the version
assertFails(() => boundary.loadBlock('2025-01-01', later), 'InvalidArgument');
assertFails(() => boundary.setTheme(7), 'InvalidArgument');
assertFails(() => boundary.resize(0, 0, 1), 'InvalidArgument');
assertFails(() => boundary.drawFrame(0), 'InvalidArgument');
assert.equal(boundary.activate(12345, 0), false);

// A frame comes as a picture once: with vertices, commands, and the texture of the glyphs.
boundary.resize(800, 600, 1);
const { flags, picture } = boundary.drawFrame(0);
assert.ok(flags & FRAME.hasPicture);
const fields = new DataView(picture.memory.buffer, picture.pointer, 60);
for (const count of [28, 36, 44, 52]) assert.ok(fields.getUint32(count, true) > 0);
for (let i = 1; i < 5; ++i) boundary.drawFrame(i);
assert.equal(boundary.drawFrame(5).flags & FRAME.hasPicture, 0);
assert.equal(boundary.url(), 'q=protein&has=code&work=openfold');
assert.deepEqual(boundary.takeEffects(), []);

// Odd lists are read all the same; one without an entry takes no other's place.
const entry = '\n\n# A\n- b [[Paper]](https://example.org)\n';
for (const odd of ['', '\ufeff# A\r\n- b\r\n', '[['.repeat(10_000), 'x'.repeat(1 << 22)]) {
  const block = await blockOf(odd);
  assertFails(() => boundary.loadBlock('odd', block), 'Unreadable');
  boundary.loadBlock('odd', await blockOf(odd + entry));
}
boundary.loadBlock('deep', await blockOf(`${'- '.repeat(10_000)}${entry}`));

// A second element has its own memory, from the same compiled module.
const other = await makeBoundary();
assert.equal(other.boundary.url(), '');

console.log(`The web modules of ${build} start, read the lists and keep their boundaries.`);
