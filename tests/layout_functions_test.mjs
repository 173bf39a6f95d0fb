// Tests of cmake/layout_functions.mjs, on modules made by hand. Ends with `N passed, N failed`.
import assert from 'node:assert/strict';

import { layoutFunctions } from '../cmake/layout_functions.mjs';

/** A number in LEB128. @param {number} value */
const number = (value) => {
  const bytes = [];
  for (; value > 127; value >>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
};
/** @param {number[]} bytes */
const sized = (bytes) => [...number(bytes.length), ...bytes];
/** @param {number[][]} items */
const vector = (items) => [...number(items.length), ...items.flat()];
/** @param {number} id @param {number[]} bytes */
const section = (id, bytes) => [id, ...sized(bytes)];
/** @param {string} text */
const name = (text) => sized([...new TextEncoder().encode(text)]);
const HEADER = [0, 97, 115, 109, 1, 0, 0, 0];
const [I32, END] = [0x7f, 0x0b];

const count = 400;
const imported = 1;
const families = 40;
/** The body of a function. Each family repeats what the others have not, and fills the window. */
const bodyOf = (/** @type {number} */ i) => {
  let random = (i % families) + 1;
  const filler = [0x42, i % families, 0x1a]; // the family's mark
  for (let k = 0; k < 400; ++k) {
    random = (random * 1103515245 + 12345) % 2147483648;
    filler.push(0x41, Math.floor(random / 65536) % 64, 0x1a);
  }
  const called = i === 0 ? [0x10, ...number(0)] : [0x10, ...number(imported + ((i * 7) % i))];
  const added = [0x41, ...(i < 64 ? [i] : [(i & 127) | 128, i >> 7]), 0x6a];
  return sized([0, ...filler, ...called, ...added, END]);
};

/**
 * Functions that call each other, an import, a table of them all, and exports.
 * @param {number[]} [extraBody] of one more function, not called
 * @param {number[]} [extraSection]
 */
function makeModule(extraBody, extraSection = []) {
  const types = vector([
    [0x60, 0, 1, I32],
    [0x60, 1, I32, 1, I32],
  ]);
  const indirect = sized([0, 0x20, 0, 0x11, 0, 0, END]);
  const bodies = Array.from({ length: count }, (_, i) => bodyOf(i));
  const functions = Array.from({ length: count }, () => [0]);
  const last = imported + count;
  bodies.push(indirect, ...(extraBody ? [sized(extraBody)] : []));
  functions.push([1], ...(extraBody ? [[0]] : []));
  const exported = [0, 1, 200, 399].map((i) => [...name(`f${i}`), 0, ...number(imported + i)]);
  return Uint8Array.from([
    ...HEADER,
    ...section(1, types),
    ...section(2, vector([[...name('env'), ...name('begin'), 0, 0]])),
    ...section(3, vector(functions)),
    ...section(4, vector([[0x70, 0, ...number(count)]])),
    ...section(6, vector([[0x70, 0, 0xd2, ...number(imported + 333), END]])),
    ...section(
      7,
      vector([...exported, [...name('global'), 3, 0], [...name('indirect'), 0, ...number(last)]]),
    ),
    ...section(
      9,
      vector([
        [0, 0x41, 0, END, ...vector(Array.from({ length: count }, (_, i) => number(imported + i)))],
      ]),
    ),
    ...section(10, vector(bodies)),
    ...extraSection,
  ]);
}

/** @param {Uint8Array} bytes */
const run = (bytes) =>
  /** @type {any} */ (
    new WebAssembly.Instance(new WebAssembly.Module(/** @type {BufferSource} */ (bytes)), {
      env: { begin: () => 1000 },
    }).exports
  );

/** @type {[string, () => void][]} */
const claims = [
  [
    'another order, the same module',
    () => {
      const module = makeModule();
      const laid = layoutFunctions(module);
      assert.ok(WebAssembly.validate(/** @type {BufferSource} */ (laid)));
      assert.notDeepEqual(laid, module);
      const [before, after] = [run(module), run(laid)];
      assert.deepEqual(Object.keys(after), Object.keys(before));
      assert.equal(after.global.value(), before.global.value());
      for (const f of ['f0', 'f1', 'f200', 'f399']) assert.equal(after[f](), before[f]());
      for (let i = 0; i < count; ++i) assert.equal(after.indirect(i), before.indirect(i));
    },
  ],
  [
    'functions of a family stand together',
    () => {
      const text = Buffer.from(layoutFunctions(makeModule())).toString('latin1');
      const marks = [...text.matchAll(/\x42([^])\x1a/g)].map(([, mark]) => mark);
      assert.equal(marks.length, count);
      const behind = marks.slice(128); // the first ones stay where they were
      const changes = behind.filter((mark, i) => i > 0 && mark !== behind[i - 1]).length;
      assert.ok(changes < 2 * families, `${changes} changes of family`);
    },
  ],
  [
    'an instruction that is not known ends it',
    () => {
      const simd = [0, 0xfd, 0x0c, ...Array(16).fill(0), 0x1a, 0x41, 0, END];
      assert.throws(() => layoutFunctions(makeModule(simd)), /unknown instruction 0xfd/);
    },
  ],
  [
    'names of functions end it',
    () => {
      const names = section(0, [...name('name'), 0, 0]);
      assert.throws(() => layoutFunctions(makeModule(undefined, names)), /has names/);
    },
  ],
];

let failed = 0;
for (const [claim, body] of claims) {
  try {
    body();
    console.log(`ok      ${claim}`);
  } catch (error) {
    ++failed;
    console.log(`FAILED  ${claim}\n${error instanceof Error ? error.stack : error}`);
  }
}
console.log(`${claims.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
