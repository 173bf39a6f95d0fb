// The web module without a browser: what tests in Node.js start.
//
//     const makeBoundary = await openModule('build/web/dist');
//     const boundary = await makeBoundary();
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Boundary } from '../../web/boundary.js';

/**
 * Compiles the module; what it gives makes an instance each time.
 * @param {string} dist
 */
export async function openModule(dist) {
  /** A page with nothing on it: the generated code looks for one. */
  Object.assign(globalThis, {
    window: globalThis,
    document: { currentScript: null, baseURI: pathToFileURL(dist + '/').href },
    location: { href: pathToFileURL(dist + '/').href },
  });

  const { default: createLamplight } = await import(
    pathToFileURL(join(dist, 'lamplight_web.js')).href
  );
  const compiled = await WebAssembly.compile(readFileSync(join(dist, 'lamplight_web.wasm')));

  return async () => {
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
  };
}
