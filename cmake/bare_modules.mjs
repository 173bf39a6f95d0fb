// The web modules without a browser: for tests in Node.js, and for cmake/split_module.mjs.
//
//     const { makeBoundary, blockOf } = await openModules('build/web');
//     const { boundary } = await makeBoundary();
//     boundary.loadBlock('2024-03-11', await blockOf('# A list\n'));
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Boundary } from '../web/boundary.js';
import { readBlock } from '../web/reader_boundary.js';
import { Parts } from '../web/module_parts.js';

/** @typedef {import('../web/lamplight_web.js').LamplightModule} LamplightModule */
/** @typedef {import('../web/lamplight_web.js').GlyphSource} GlyphSource */

/** A page without fonts. @type {GlyphSource} */
const NO_GLYPHS = { measureFace() {}, measure() {}, copy() {}, findWords() {} };

/**
 * Compiles both modules as they are shipped; each instance has a memory of its own.
 * @param {string} build
 */
export async function openModules(build) {
  const [dist, modules] = [join(build, 'dist'), join(build, 'modules')];
  const createViewer = await openModule(
    join(modules, 'lamplight_web'),
    join(dist, 'lamplight_web.wasm'),
  );
  const rest = await WebAssembly.compile(readFileSync(join(dist, 'lamplight_rest.wasm')));
  const createReader = await openModule(
    join(modules, 'lamplight_reader'),
    join(dist, 'lamplight_reader.wasm'),
  );
  return {
    /** An instance of the page's module. @param {(error: unknown) => void} [ended] */
    async makeBoundary(ended = () => {}) {
      const { module, parts } = await createViewer({ glyphs: NO_GLYPHS });
      await parts.join(rest);
      return { boundary: new Boundary(module, ended), module };
    },
    /** What the reader makes of a list. @param {string | Uint8Array} list */
    async blockOf(list) {
      const bytes = typeof list === 'string' ? new TextEncoder().encode(list) : list;
      const { module } = await createReader({});
      return readBlock(module, bytes, '');
    },
  };
}

/**
 * Compiles one of them.
 * @param {string} linked as Emscripten left it, before it is bundled: a path without “.js”
 * @param {string} [wasm] other than the one beside it
 */
export async function openModule(linked, wasm = `${linked}.wasm`) {
  const script = pathToFileURL(`${linked}.js`).href;
  // A page with nothing on it: the generated code looks for one.
  Object.assign(globalThis, {
    window: globalThis,
    self: globalThis,
    document: { currentScript: null, baseURI: script },
    location: { href: script },
  });
  const { default: create } = await import(script);
  const compiled = await WebAssembly.compile(readFileSync(wasm));
  return async (/** @type {object} */ options) => {
    const parts = new Parts(() => {
      throw new Error('The second part was called before it was there.');
    });
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} done */
    const instantiateWasm = (imports, done) => {
      WebAssembly.instantiate(compiled, parts.imports(imports)).then((instance) => {
        parts.first = instance;
        done(instance, compiled);
      });
      return {};
    };
    return { module: await create({ ...options, instantiateWasm }), parts };
  };
}
