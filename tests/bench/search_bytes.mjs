// What search adds to the download: the bodies of all functions of src/search in the web module,
// compressed together by gzip -9.
//
//     node tests/bench/search_bytes.mjs    # needs build/web (web/serve.sh --build makes it)
//
// The module is the shipped one with its functions' names kept (--profiling-funcs): inlining and
// everything else is as shipped. A function belongs to search when the library of src/search
// defines it and no other library does: instances of library templates for types of its own count,
// those that others have, too, do not. What the optimizer put into callers elsewhere is not seen;
// what it put into search from elsewhere is.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { buildFolder } from '../web/harness.mjs';

const budget = 40_000;

/** Reads the parts of a WebAssembly module that this needs. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  /** LEB128 */
  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
  /** @param {number} length */
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() {
    return new TextDecoder().decode(this.take(this.number()));
  }
}

/** Section id to its bytes; custom sections by name. @param {Uint8Array} module */
function readSections(module) {
  const reader = new Reader(module);
  reader.take(8);
  /** @type {Map<number | string, Uint8Array>} */
  const sections = new Map();
  while (reader.at < module.length) {
    const id = reader.byte();
    const content = new Reader(reader.take(reader.number()));
    const key = id === 0 ? content.text() : id;
    sections.set(key, content.bytes.subarray(content.at));
  }
  return sections;
}

/** @param {Uint8Array | undefined} section of imports */
function countImportedFunctions(section) {
  if (!section) return 0;
  const reader = new Reader(section);
  const skipLimits = () => {
    const flags = reader.number();
    reader.number();
    if (flags & 1) reader.number();
  };
  let functions = 0;
  for (let left = reader.number(); left > 0; --left) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === 0) {
      reader.number();
      ++functions;
    } else if (kind === 1) {
      reader.byte();
      skipLimits();
    } else if (kind === 2) {
      skipLimits();
    } else {
      reader.take(2);
    }
  }
  return functions;
}

/** Function index to name. @param {Uint8Array | undefined} section */
function readNames(section) {
  /** @type {Map<number, string>} */
  const names = new Map();
  if (!section) throw new Error('the module has no names');
  const reader = new Reader(section);
  while (reader.at < section.length) {
    const kind = reader.byte();
    const content = new Reader(reader.take(reader.number()));
    if (kind !== 1) continue;
    for (let left = content.number(); left > 0; --left) {
      const index = content.number();
      names.set(index, content.text());
    }
  }
  return names;
}

/** The functions with their bodies, as they stand in the module. @param {Uint8Array} module */
function readFunctions(module) {
  const sections = readSections(module);
  const imported = countImportedFunctions(sections.get(2));
  const names = readNames(sections.get('name'));
  const code = sections.get(10);
  if (!code) throw new Error('the module has no code');
  const reader = new Reader(code);
  return Array.from({ length: reader.number() }, (_, i) => ({
    name: names.get(imported + i) ?? '',
    body: reader.take(reader.number()),
  }));
}

/**
 * Names of the functions that a layer's library defines. @param {string} folder @param {string} name
 */
function definedFunctions(folder, name) {
  const listing = execFileSync(
    'emnm',
    ['--defined-only', '--demangle', join(folder, `liblamplight_${name}.a`)],
    { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const names = [...listing.matchAll(/^\S+ [TtWw] (.+)$/gm)].map(([, found]) => found);
  return new Set(names);
}

/** Those that search alone defines. @param {string} folder */
function searchFunctions(folder) {
  const functions = definedFunctions(folder, 'search');
  // Lint is no part of the web module.
  for (const other of ['base', 'markdown', 'catalog', 'format', 'app', 'ui', 'imgui']) {
    for (const name of definedFunctions(folder, other)) functions.delete(name);
  }
  return functions;
}

const folder = join(buildFolder, 'web');
const module = readFileSync(join(folder, 'modules', 'lamplight_web.wasm'));
const functions = readFunctions(module);
const defined = searchFunctions(folder);
const ours = functions
  // The linker tells apart what bears the same name by a number behind it.
  .filter(({ name }) => defined.has(name.replace(/\.\d+$/, '')))
  .sort((a, b) => b.body.length - a.body.length);
const all = Buffer.concat(functions.map(({ body }) => body));
const search = Buffer.concat(ours.map(({ body }) => body));
const gzip = (/** @type {Uint8Array} */ bytes) => gzipSync(bytes, { level: 9 }).length;

console.log("What search adds to the web module: its functions' bodies, gzip -9, bytes.\n");
console.log(`${'the 15 largest'.padEnd(72)} ${'bytes'.padStart(8)}`);
for (const { name, body } of ours.slice(0, 15)) {
  console.log(`${name.slice(0, 72).padEnd(72)} ${String(body.length).padStart(8)}`);
}
console.log(`\n${String(functions.length)} functions: ${all.length}, gzip ${gzip(all)}`);
console.log(`${String(ours.length)} of search: ${search.length}, gzip ${gzip(search)}`);
const isKept = gzip(search) <= budget;
console.log(`\n${gzip(search)} of at most ${budget} bytes: ${isKept ? 'kept' : 'OVER'}`);
process.exitCode = isKept && ours.length > 0 ? 0 : 1;
