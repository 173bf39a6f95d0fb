// The web module without a browser: does it start, do both sides of the boundary say the same,
// does it read lists. What tests/toolchains.sh runs on the output of each toolchain.
//
//     node tests/web/smoke.mjs build/web
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { Boundary, FRAME, LamplightError, STATUSES } from '../../web/boundary.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const build = resolve(process.argv[2] ?? join(project, 'build', 'web'));
const dist = join(build, 'dist');
const modules = join(build, 'modules'); // Emscripten's code, before it is bundled

/** A page with nothing on it: the generated code looks for one. */
Object.assign(globalThis, {
  window: globalThis,
  document: { currentScript: null, baseURI: pathToFileURL(dist + '/').href },
  location: { href: pathToFileURL(dist + '/').href },
});

const { default: createLamplight } = await import(
  pathToFileURL(join(modules, 'lamplight_web.js')).href
);
const compiled = await WebAssembly.compile(readFileSync(join(dist, 'lamplight_web.wasm')));

async function makeBoundary() {
  const glyphs = { measureFace() {}, measure() {}, copy() {} };
  const module = await createLamplight({
    glyphs,
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} done */
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
      return {};
    },
  });
  return new Boundary(module);
}

/** @param {() => void} call @param {string} status */
function assertFails(call, status) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof LamplightError, String(error));
    assert.equal(error.status, status);
    assert.notEqual(error.message, '');
    return true;
  });
}

const boundary = await makeBoundary();
assert.deepEqual(boundary.statuses(), STATUSES, 'both sides have the same statuses');

const read = (/** @type {string} */ file) => readFileSync(join(project, 'data', file));
boundary.loadProfile(read('profile.json').toString());
boundary.expectSnapshots(['2023-03-29']);
boundary.loadSnapshot('2024-03-11', read('lists/2024-03-11.md'));
boundary.openUrl('q=protein&at=2023-03-29');
assert.equal(boundary.missingSnapshot(), '2023-03-29');
boundary.loadSnapshot('2023-03-29', read('lists/2023-03-29.md'));
assert.equal(boundary.missingSnapshot(), '');
boundary.openUrl('q=protein&has=code&work=openfold');
assert.equal(boundary.url(), 'q=protein&has=code&work=openfold');
assert.equal(boundary.selection()?.heading, 'OpenFold');
boundary.setState('family', 'language,vision');
assert.equal(boundary.url(), 'q=protein&has=code&family=language,vision&work=openfold');
boundary.setState('family', '');
assert.deepEqual(
  boundary.stateKeys(),
  'q in year has venue kind family domain application sort view work since at'.split(' '),
);
boundary.setTheme(2);
assert.equal(boundary.theme(), 2);

// What cannot be done is said, and what was there stays.
assertFails(() => boundary.loadProfile('{'), 'Syntax');
assertFails(() => boundary.loadSnapshot('2025-01-01', new Uint8Array([35, 0, 1, 2])), 'NotText');
assertFails(() => boundary.setTheme(7), 'InvalidArgument');
assertFails(() => boundary.resize(0, 0, 1), 'InvalidArgument');
assertFails(() => boundary.drawFrame(0), 'InvalidArgument');
assert.equal(boundary.activate(12345), false);

// A frame comes as a picture once: with vertices, commands, and the texture of the glyphs.
boundary.resize(800, 600, 1);
const { flags, picture } = boundary.drawFrame(0);
assert.ok(flags & FRAME.hasPicture);
const fields = new DataView(picture.memory.buffer, picture.pointer, 56);
for (const count of [28, 36, 44, 52]) assert.ok(fields.getUint32(count, true) > 0);
for (let i = 1; i < 5; ++i) boundary.drawFrame(i);
assert.equal(boundary.drawFrame(5).flags & FRAME.hasPicture, 0);
assert.equal(boundary.url(), 'q=protein&has=code&work=openfold');
assert.deepEqual(boundary.takeEffects(), []);

// Odd lists are read all the same.
for (const odd of [
  '',
  '\ufeff# A\r\n- b\r\n',
  '[['.repeat(10_000),
  '- '.repeat(10_000),
  'x'.repeat(1 << 22),
]) {
  boundary.loadSnapshot('odd', odd);
}

// A second element has its own memory, from the same compiled module.
const other = await makeBoundary();
assert.equal(other.url(), '');

console.log(`The web module of ${dist} starts, reads the lists and keeps its boundary.`);
