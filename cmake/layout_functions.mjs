// Lays the functions of a WebAssembly module out by likeness, so that gzip finds what repeats. Its
// window is 32 kB, and the optimizer leaves functions in the order of how often they are called.
//
//     node cmake/layout_functions.mjs FROM.wasm TO.wasm
//
// Only the order of functions changes, and with it their numbers wherever they are named: calls,
// references, tables, exports, the start function. The most called ones stay first, where their
// numbers take one byte. An instruction or section that is not known here ends the program with an
// error: nothing is guessed. Names of functions (a debugger's section) are not supported.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WINDOW_BYTES = 32768;
const GRAM_BYTES = 8; // likeness is how many runs of so many bytes two functions share
const END = 0x0b;
const SIZE_POWER = 0.8; // how far shared runs count for less in a long function

const SECTION = {
  custom: 0,
  import: 2,
  function: 3,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
};

/** Reads the binary format (https://webassembly.github.io/spec/core/binary/). */
class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  /** An unsigned number in LEB128. */
  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
  skipNumber() {
    while (this.byte() >= 128);
  }
  /** A text, or whatever else comes after its length. */
  skipSized() {
    const length = this.number();
    this.at += length;
  }
  /** A vector: its length, then that many items. @param {(index: number) => void} readItem */
  items(readItem) {
    const count = this.number();
    for (let i = 0; i < count; ++i) readItem(i);
    return count;
  }
}

/** Collects bytes, numbers in LEB128. */
class Writer {
  /** @type {Uint8Array[]} */ #parts = [];
  /** @param {Uint8Array} bytes */
  bytes(bytes) {
    this.#parts.push(bytes);
    return this;
  }
  /** @param {...number} values */
  numbers(...values) {
    const bytes = [];
    for (let value of values) {
      for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
      bytes.push(value);
    }
    return this.bytes(Uint8Array.from(bytes));
  }
  /** A section or a body: its length, then the bytes. @param {Writer} content */
  sized(content) {
    const bytes = content.done();
    return this.numbers(bytes.length).bytes(bytes);
  }
  done() {
    return new Uint8Array(Buffer.concat(this.#parts));
  }
}

/**
 * Reads one instruction; a function's number in it is told to `onFunction` with its place.
 * @param {Reader} code
 * @param {(begin: number, end: number, number: number) => void} onFunction
 */
function readInstruction(code, onFunction) {
  const op = code.byte();
  if (op === 0x10 || op === 0x12 || op === 0xd2) {
    // call, return_call, ref.func
    const begin = code.at;
    const number = code.number();
    onFunction(begin, code.at, number);
  } else if (op === 0x0e) {
    code.items(() => code.skipNumber()); // br_table: labels, and one more
    code.skipNumber();
  } else if (op === 0x1c) {
    code.items(() => code.byte()); // select with types
  } else if (op === 0x43 || op === 0x44) {
    code.at += op === 0x43 ? 4 : 8; // f32.const, f64.const
  } else if (op === 0xfc) {
    const more = code.number();
    const numbers = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1][more];
    if (numbers === undefined) throw new Error(`unknown instruction 0xfc ${more}`);
    for (let i = 0; i < numbers; ++i) code.skipNumber();
  } else {
    const numbers = countOfNumbers(op);
    for (let i = 0; i < numbers; ++i) code.skipNumber();
  }
}

/** How many numbers follow the instruction. @param {number} op */
function countOfNumbers(op) {
  if (op === 0x11 || op === 0x13 || (op >= 0x28 && op <= 0x3e)) return 2; // call_indirect, memory
  if (op >= 0x02 && op <= 0x04) return 1; // block, loop, if
  if (op === 0x0c || op === 0x0d) return 1; // br, br_if
  if (op >= 0x20 && op <= 0x26) return 1; // locals, globals, tables
  if (op >= 0x3f && op <= 0x42) return 1; // memory.size, memory.grow, i32.const, i64.const
  if (op === 0xd0) return 1; // ref.null
  const isPlain =
    op <= 0x01 || [0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(op) || (op >= 0x45 && op <= 0xc4);
  if (!isPlain) throw new Error(`unknown instruction 0x${op.toString(16)}`);
  return 0;
}

/**
 * @typedef {{ id: number, begin: number, end: number }} Section
 * @typedef {{ begin: number, end: number, named: [number, number, number][] }} Body
 */

/** @param {Uint8Array} module @returns {Section[]} */
function readSections(module) {
  const reader = new Reader(module, 8);
  const sections = [];
  while (reader.at < module.length) {
    const id = reader.byte();
    const length = reader.number();
    sections.push({ id, begin: reader.at, end: reader.at + length });
    reader.at += length;
  }
  return sections;
}

/** @param {Uint8Array} module @param {Section | undefined} section */
function countImportedFunctions(module, section) {
  if (!section) return 0;
  const reader = new Reader(module, section.begin);
  let functions = 0;
  reader.items(() => {
    reader.skipSized(); // the module's name
    reader.skipSized(); // the function's
    const kind = reader.byte();
    if (kind === 0) {
      ++functions;
      reader.skipNumber();
    } else if (kind === 1 || kind === 2) {
      if (kind === 1) reader.byte(); // a table's type
      const hasMaximum = (reader.byte() & 1) !== 0;
      reader.skipNumber();
      if (hasMaximum) reader.skipNumber();
    } else if (kind === 3) {
      reader.at += 2;
    } else {
      throw new Error(`unknown import of kind ${kind}`);
    }
  });
  return functions;
}

/** @param {Uint8Array} module @param {Section} section @returns {Body[]} */
function readBodies(module, section) {
  const reader = new Reader(module, section.begin);
  /** @type {Body[]} */
  const bodies = [];
  reader.items(() => {
    const length = reader.number();
    /** @type {Body} */
    const body = { begin: reader.at, end: reader.at + length, named: [] };
    reader.items(() => {
      reader.skipNumber();
      reader.byte();
    });
    while (reader.at < body.end) {
      readInstruction(reader, (...place) => body.named.push(place));
    }
    bodies.push(body);
  });
  return bodies;
}

/** Hashes of all runs of bytes, functions' numbers apart. @param {Uint8Array} module @param {Body} body */
function gramsOf(module, { begin, end, named }) {
  const bytes = module.slice(begin, end);
  for (const [from, to] of named) bytes.fill(0, from - begin, to - begin);
  /** @type {Set<number>} */
  const grams = new Set();
  for (let i = 0; i + GRAM_BYTES <= bytes.length; ++i) {
    let hash = 0;
    for (let k = 0; k < GRAM_BYTES; ++k) hash = (Math.imul(hash, 0x01000193) ^ bytes[i + k]) >>> 0;
    grams.add(hash);
  }
  return grams;
}

/**
 * The order in which each function is the one most like those in the window before it. The first
 * `kept` stay where they are.
 * @param {Set<number>[]} grams of each function
 * @param {number[]} sizes in bytes
 * @param {number} kept
 */
function orderByLikeness(grams, sizes, kept) {
  /** @type {Map<number, number[]>} */
  const holders = new Map();
  grams.forEach((set, i) => {
    for (const gram of set) {
      const list = holders.get(gram);
      if (list) list.push(i);
      else holders.set(gram, [i]);
    }
  });
  const shared = new Float64Array(grams.length); // with the window
  /** @type {Map<number, number>} */
  const inWindow = new Map();
  /** @param {number} i @param {1 | -1} step */
  const count = (i, step) => {
    for (const gram of grams[i]) {
      const list = /** @type {number[]} */ (holders.get(gram));
      if (list.length < 2) continue;
      const before = inWindow.get(gram) ?? 0;
      inWindow.set(gram, before + step);
      if (before === 0 || before + step === 0) for (const k of list) shared[k] += step;
    }
  };
  const left = new Set(grams.keys());
  /** @type {number[]} */
  const order = [];
  let windowBegin = 0;
  let windowBytes = 0;
  /** @param {number} i */
  const place = (i) => {
    left.delete(i);
    order.push(i);
    count(i, 1);
    windowBytes += sizes[i];
    for (; windowBytes > WINDOW_BYTES && windowBegin + 1 < order.length; ++windowBegin) {
      count(order[windowBegin], -1);
      windowBytes -= sizes[order[windowBegin]];
    }
  };
  for (let i = 0; i < kept; ++i) place(i);
  while (left.size > 0) {
    let best = -1;
    let bestLikeness = -1;
    for (const i of left) {
      const likeness = shared[i] / sizes[i] ** SIZE_POWER;
      if (likeness > bestLikeness) [best, bestLikeness] = [i, likeness];
    }
    place(best);
  }
  return order;
}

/**
 * Copies a constant expression with its end.
 * @param {Reader} from
 * @param {Writer} to
 * @param {(number: number) => number} renumber
 */
function copyExpression(from, to, renumber) {
  for (let isOpen = true; isOpen;) {
    let at = from.at;
    isOpen = from.bytes[at] !== END;
    readInstruction(from, (begin, end, number) => {
      to.bytes(from.bytes.subarray(at, begin)).numbers(renumber(number));
      at = end;
    });
    to.bytes(from.bytes.subarray(at, from.at));
  }
}

/**
 * The same module with its functions in another order.
 * @param {Uint8Array} module
 * @returns {Uint8Array}
 */
export function layoutFunctions(module) {
  const sections = readSections(module);
  /** @param {number} id */
  const find = (id) => sections.find((section) => section.id === id);
  const code = find(SECTION.code);
  if (!code) return module;
  const imported = countImportedFunctions(module, find(SECTION.import));
  const bodies = readBodies(module, code);
  const sizes = bodies.map(({ begin, end }) => end - begin);
  const kept = Math.min(bodies.length, Math.max(0, 128 - imported));
  const grams = bodies.map((body) => gramsOf(module, body));
  const order = orderByLikeness(grams, sizes, kept);
  /** @type {number[]} */
  const places = [];
  order.forEach((former, now) => (places[former] = now));
  /** @param {number} number */
  const renumber = (number) => (number < imported ? number : imported + places[number - imported]);

  const out = new Writer().bytes(module.subarray(0, 8));
  for (const { id, begin, end } of sections) {
    const reader = new Reader(module, begin);
    const content = new Writer();
    if (id === SECTION.function) {
      /** @type {number[]} */
      const types = [];
      reader.items(() => types.push(reader.number()));
      content.numbers(types.length, ...order.map((former) => types[former]));
    } else if (id === SECTION.export) {
      const count = reader.number();
      content.numbers(count);
      for (let i = 0; i < count; ++i) {
        const from = reader.at;
        reader.skipSized();
        const kind = reader.byte();
        content.bytes(module.subarray(from, reader.at));
        const number = reader.number();
        content.numbers(kind === 0 ? renumber(number) : number);
      }
    } else if (id === SECTION.global) {
      const count = reader.number();
      content.numbers(count);
      for (let i = 0; i < count; ++i) {
        const type = reader.at;
        reader.at += 2;
        content.bytes(module.subarray(type, reader.at));
        copyExpression(reader, content, renumber);
      }
    } else if (id === SECTION.start) {
      content.numbers(renumber(reader.number()));
    } else if (id === SECTION.element) {
      const count = reader.number();
      content.numbers(count);
      for (let i = 0; i < count; ++i) {
        const flags = reader.number();
        if (flags !== 0) throw new Error(`unknown segment of a table, flags ${flags}`);
        content.numbers(flags);
        copyExpression(reader, content, renumber);
        /** @type {number[]} */
        const numbers = [];
        reader.items(() => numbers.push(renumber(reader.number())));
        content.numbers(numbers.length, ...numbers);
      }
    } else if (id === SECTION.code) {
      content.numbers(bodies.length);
      for (const former of order) {
        const body = new Writer();
        let at = bodies[former].begin;
        for (const [from, to, number] of bodies[former].named) {
          body.bytes(module.subarray(at, from)).numbers(renumber(number));
          at = to;
        }
        content.sized(body.bytes(module.subarray(at, bodies[former].end)));
      }
    } else {
      const isNames = id === SECTION.custom && nameOf(reader) === 'name';
      if (isNames) throw new Error('the module has names of functions');
      content.bytes(module.subarray(begin, end));
    }
    out.numbers(id).sized(content);
  }
  return out.done();
}

/** @param {Reader} section a custom one */
function nameOf(section) {
  const length = section.number();
  return new TextDecoder().decode(section.bytes.subarray(section.at, section.at + length));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from, to] = process.argv.slice(2);
  writeFileSync(to, layoutFunctions(readFileSync(from)));
}
