// A WebAssembly module in two parts (cmake/split_module.mjs): the first holds what the first frame
// calls, the second the rest. Both are one: they share the memory and the table of functions.
//
//     const parts = new Parts(fetchNow);
//     parts.first = await WebAssembly.instantiate(compiled, parts.imports(imports));
//     await parts.join(compiledRest);
//
// In the table, a function of the second part is a stand-in until that is joined. Who calls one
// waits while the part is fetched: rare, and slow, but never wrong.

/** Where the first part imports the stand-ins from, and the second part all it has from the first. */
export const STAND_INS = 'p';
export const FIRST_PART = 'q';

export class Parts {
  /** @type {WebAssembly.Instance | undefined} */
  first;
  #fetchNow;

  /** @param {() => WebAssembly.Module} fetchNow the second part, at once; throws where there is none */
  constructor(fetchNow) {
    this.#fetchNow = fetchNow;
  }

  /**
   * For the first part.
   * @param {WebAssembly.Imports} imports
   * @returns {WebAssembly.Imports}
   */
  imports(imports) {
    /** @type {(...values: any[]) => any} */
    const call = (place, ...values) => {
      const rest = this.#fetchNow();
      new WebAssembly.Instance(rest, this.#restImports());
      return this.#table(rest).get(Number(place))(...values);
    };
    const get = (/** @type {object} */ _, /** @type {string} */ place) => call.bind(null, place);
    return { ...imports, [STAND_INS]: /** @type {any} */ (new Proxy({}, { get })) };
  }

  /** A second time changes nothing. @param {WebAssembly.Module} rest the second part */
  async join(rest) {
    await WebAssembly.instantiate(rest, this.#restImports());
  }

  #restImports() {
    return { [FIRST_PART]: /** @type {WebAssembly.Instance} */ (this.first).exports };
  }

  /** @param {WebAssembly.Module} rest @returns {WebAssembly.Table} */
  #table(rest) {
    const { name } = WebAssembly.Module.imports(rest).find(({ kind }) => kind === 'table') ?? {};
    return /** @type {any} */ (this.#restImports()[FIRST_PART][name ?? '']);
  }
}
