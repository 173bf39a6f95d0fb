// The web modules without a browser: what tests in Node.js start.
//
//     const { makeBoundary, blockOf } = await openModules('build/web');
//     const { boundary } = await makeBoundary();
//     boundary.loadBlock('2024-03-11', await blockOf('# A list\n'));
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Boundary } from '../../web/boundary.js';
import { readBlock } from '../../web/reader_boundary.js';

/**
 * Compiles both modules; each instance has a memory of its own.
 * @param {string} build
 */
export async function openModules(build) {
  const dist = join(build, 'dist');
  const modules = join(build, 'modules'); // Emscripten's code, before it is bundled
  // A page with nothing on it: the generated code looks for one.
  Object.assign(globalThis, {
    window: globalThis,
    self: globalThis,
    document: { currentScript: null, baseURI: pathToFileURL(dist + '/').href },
    location: { href: pathToFileURL(dist + '/').href },
  });

  /** @param {string} name */
  const open = async (name) => {
    const { default: create } = await import(pathToFileURL(join(modules, `${name}.js`)).href);
    const compiled = await WebAssembly.compile(readFileSync(join(dist, `${name}.wasm`)));
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} done */
    const instantiateWasm = (imports, done) => {
      WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
      return {};
    };
    return (/** @type {object} */ options) => create({ ...options, instantiateWasm });
  };
  const createViewer = await open('lamplight_web');
  const createReader = await open('lamplight_reader');

  return {
    /** An instance of the page's module. @param {(error: unknown) => void} [ended] */
    async makeBoundary(ended = () => {}) {
      const glyphs = { measureFace() {}, measure() {}, copy() {} };
      /** @type {import('../../web/lamplight_web.js').LamplightModule} */
      const module = await createViewer({ glyphs });
      return { boundary: new Boundary(module, ended), module };
    },
    /** What the reader makes of a list. @param {string | Uint8Array} list */
    async blockOf(list) {
      const bytes = typeof list === 'string' ? new TextEncoder().encode(list) : list;
      return readBlock(await createReader({}), bytes, '');
    },
  };
}
