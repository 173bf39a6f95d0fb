// Stands in the place of boundary.js on a stress site (web/serve.sh --stress): with `?stress=N` in
// the address the module makes its own N works, in place of the list that was served. Notes how long
// each frame takes the module, in `stressFrames`.
import { Boundary as Shipped } from '../../../web/boundary.js';

export * from '../../../web/boundary.js';

/** @type {number[]} milliseconds */
const stressFrames = [];
Object.assign(globalThis, { stressFrames });

export class Boundary extends Shipped {
  #module;

  /** @param {any} module */
  constructor(module) {
    super(module);
    this.#module = module;
  }

  /** @param {string} date @param {Uint8Array} block */
  loadBlock(date, block) {
    const works = Number(new URLSearchParams(location.search).get('stress'));
    if (works > 0) this.#module._lamplight_stress_load(works);
    else super.loadBlock(date, block);
  }
  /** @param {number} seconds */
  drawFrame(seconds) {
    const begun = performance.now();
    const frame = super.drawFrame(seconds);
    stressFrames.push(performance.now() - begun);
    return frame;
  }
}
