// The tables that JavaScript mirrors say what the C++ says: read from the sources, so that neither a
// build nor a browser is needed. Ends with `N passed, N failed`.
//
//     node tests/mirrored_tables_test.mjs
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { FLAG, FRAME, KEYS, ROLES, STATUSES, keyCode } from '../web/boundary.js';
import { THEMES } from '../web/page_environment.js';

/** A source without its comments. @param {string} name */
function readSource(name) {
  return readFileSync(new URL(`../${name}`, import.meta.url), 'utf8').replace(/\/\/.*$/gm, '');
}

/** The enumerators of an enumeration in their order. @param {string} text @param {string} name */
function enumerators(text, name) {
  const body = new RegExp(`enum (?:class )?${name}\\b[^{;]*\\{([^}]*)\\}`).exec(text)?.[1];
  assert.ok(body !== undefined, `there is an enumeration ${name}`);
  return body
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** "tree_changed" as "treeChanged". @param {string} name */
const camelCase = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/**
 * Bits by their names in JavaScript, from lines `prefix_name = 1u << n`.
 * @param {string} text @param {string} prefix
 */
function bits(text, prefix) {
  const found = text.matchAll(new RegExp(`\\b${prefix}(\\w+) = 1u << (\\d+)`, 'g'));
  return Object.fromEntries([...found].map(([, name, bit]) => [camelCase(name), 1 << Number(bit)]));
}

const semantic = readSource('src/ui/semantic.h');
const exportsHeader = readSource('src/platform/web_exports.h');
const browserKeys = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

/** @type {[string, () => void][]} */
const tests = [
  ['roles', () => assert.deepEqual([...ROLES], enumerators(semantic, 'Role'))],
  ['flags of a node', () => assert.deepEqual(FLAG, bits(semantic, 'flag_'))],
  ['bits of a frame', () => assert.deepEqual(FRAME, bits(exportsHeader, 'lamplight_frame_'))],
  [
    'keys',
    () => {
      const names = enumerators(readSource('src/ui/ui.h'), 'Key');
      // Keys with a sign have it as their number, and need no table.
      const named = names.filter((name) => !name.includes('='));
      const expected = named.map(
        (name) => /** @type {Record<string, string>} */ (browserKeys)[name] ?? name,
      );
      assert.deepEqual(KEYS, expected);
      assert.equal(keyCode('?'), '?'.charCodeAt(0));
      assert.equal(keyCode('é'), -1);
    },
  ],
  [
    'statuses',
    () => {
      const web = readSource('src/platform/web_response.h');
      assert.deepEqual(STATUSES, enumerators(web, 'Status'));
      const names = /status_names =\s*"([^"]*)"/.exec(web)?.[1];
      assert.deepEqual(names?.split('\\n'), STATUSES);
      const errors = enumerators(readSource('include/lamplight/result.h'), 'ErrorCode');
      assert.deepEqual(STATUSES.slice(1, 1 + errors.length), errors);
    },
  ],
  [
    'themes',
    () => {
      const themes = enumerators(readSource('src/app/state.h'), 'Theme');
      assert.deepEqual(
        [...THEMES],
        themes.map((name) => (name === 'System' ? 'auto' : name.toLowerCase())),
      );
    },
  ],
  [
    'a table that differs is seen',
    () => {
      assert.throws(() => assert.deepEqual(['A'], enumerators('enum class E { A, B };', 'E')));
      assert.throws(() => enumerators('enum class E { A };', 'Other'));
      assert.deepEqual(bits('x flag_in_page = 1u << 8;', 'flag_'), { inPage: 256 });
    },
  ],
];

let failed = 0;
for (const [name, test] of tests) {
  try {
    test();
    console.log(`ok      ${name}`);
  } catch (error) {
    ++failed;
    console.log(`FAILED  ${name}\n${error instanceof Error ? error.message : error}`);
  }
}
console.log(`${tests.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
