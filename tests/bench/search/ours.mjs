// Our index, as WebAssembly with the flags of the shipped module. Every timed query is parsed,
// gives the exact total, the first 50 in order and the counts of all facets, and remembers nothing
// of those before it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { filterYear } from './peers.mjs';

/** @typedef {import('./peers.mjs').Engine} Engine */

const moduleFolder = new URL('../../../build/web-bench/bench/', import.meta.url);

/** The module, with texts and arrays in place of addresses. */
class SearchModule {
  #exports;
  #encoder = new TextEncoder();

  /** @param {any} exports */
  constructor(exports) {
    this.#exports = exports;
  }

  static async create() {
    const create = createRequire(moduleFolder)('./search_module.cjs');
    const compiled = new WebAssembly.Module(
      readFileSync(new URL('search_module.wasm', moduleFolder)),
    );
    // Given here, because Emscripten's own loading differs with the versions of Node.
    const instantiateWasm = (
      /** @type {WebAssembly.Imports} */ imports,
      /** @type {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} */ done,
    ) => {
      const instance = new WebAssembly.Instance(compiled, imports);
      done(instance, compiled);
      return instance.exports;
    };
    return new SearchModule(await create({ instantiateWasm }));
  }

  /** Writes a text for the next call; its length. @param {string} text */
  #put(text) {
    // A UTF-16 unit is at most three bytes.
    const address = this.#exports._bench_buffer(text.length * 3);
    const room = this.#exports.HEAPU8.subarray(address, address + text.length * 3);
    return this.#encoder.encodeInto(text, room).written;
  }

  /** @param {string} name @param {string} text @param {number[]} more */
  callWith(name, text, ...more) {
    return this.#exports[`_bench_${name}`](this.#put(text), ...more);
  }
  /** @param {string} name @param {number[]} values */
  call(name, ...values) {
    return this.#exports[`_bench_${name}`](...values);
  }

  /** The top works at `address`. @param {number} address */
  works(address) {
    const { buffer } = this.#exports.HEAPU8;
    const [, top] = new Uint32Array(buffer, address, 2);
    return Array.from(new Uint32Array(buffer, address + 8, top));
  }
  /** @param {number} address @param {number} count */
  numbers(address, count) {
    return [...new Float64Array(this.#exports.HEAPU8.buffer, address, count)];
  }
}

/** @param {import('./corpus.mjs').Entry} entry */
function line({ title, path, labels, urls, year }) {
  const list = (/** @type {string[]} */ parts) => parts.join('\x1f');
  return `${title}\t${list(path)}\t${list(labels)}\t${list(urls)}\t${year}\n`;
}

const module = await SearchModule.create();
let lines = '';
function flush() {
  module.callWith('add', lines);
  lines = '';
}

const memoryParts = ['vocabulary', 'postings', 'places', 'facets', 'order', 'links'];

const forget = () => module.call('forget');
const found = (/** @type {string} */ text) => module.works(module.callWith('search', text));
const none = [0];

/** @type {Engine} */
export const ours = {
  title: 'Lamplight',
  gives: 'first 50, total, ranked, counts of all facets',
  keep(entry) {
    lines += line(entry);
    if (lines.length > 1 << 20) flush();
    return undefined;
  },
  async load() {
    flush();
    module.call('catalog');
    return module;
  },
  drop: () => module.call('drop'),
  build() {
    module.call('build');
    return module;
  },
  memory() {
    const numbers = module.numbers(module.call('memory'), memoryParts.length + 2);
    return {
      used: numbers[memoryParts.length],
      heap: numbers[memoryParts.length + 1],
      parts: Object.fromEntries(memoryParts.map((part, i) => [part, numbers[i]])),
    };
  },
  after() {
    module.call('drop');
    const [steps, longest, all, at] = module.numbers(module.call('build_in_steps'), 4);
    return { steps, longest_step_ms: longest, longest_step_at: at, stepwise_build_ms: all };
  },
  modes: [
    {
      exact: { asks: 'all', before: forget, run: (_, text) => found(text) },
      // Nothing but a bare index would do: counting. Built when first asked.
      floor: {
        asks: 'all',
        before: buildFloor,
        run: (_, text) => (module.callWith('floor_count', text) > 0 ? none : []),
      },
      // Which works, and no more.
      postings: {
        asks: 'all',
        before: forgetPlain,
        run: (_, text) => (module.callWith('search_plain', text, 0) > 0 ? none : []),
      },
      // With the first 50 in order.
      ordered: {
        asks: 'all',
        before: forgetPlain,
        run: (_, text) => (module.callWith('search_plain', text, 1) > 0 ? none : []),
      },
    },
    {
      filter: {
        asks: 'filter',
        before: forget,
        run: (_, __, number) => module.works(module.call('filter', filterYear(number))),
      },
    },
    // As a reader types: what the keys before it in the same word found is remembered.
    {
      typing: {
        asks: 'keys',
        before(_, text) {
          if (text.length === 1) forget();
        },
        run: (_, text) => found(text),
      },
    },
    {
      suggest: {
        asks: 'prefix',
        before: forget,
        run: (_, text) => (module.callWith('suggest', text) > 0 ? none : []),
      },
    },
    {
      spelling: {
        asks: 'typo',
        before: forget,
        run: (_, text) => (module.callWith('suggest', text) > 0 ? none : []),
      },
    },
  ],
};

let hasFloor = false;
function buildFloor() {
  if (hasFloor) return;
  hasFloor = true;
  module.call('floor_build');
}

let hasPlain = false;
function forgetPlain() {
  if (!hasPlain) {
    hasPlain = true;
    module.call('build_plain');
  }
  forget();
}
