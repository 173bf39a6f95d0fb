// A folder of corpora: N.jsonl, one entry a line, and what is asked of them: queries.json, and
// queries_210.json for the flagship itself, whose size is called 210.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{id: number, title: string, path: string[], labels: string[], urls: string[],
 *   year: number}} Entry
 * @typedef {{c: string, q: string, want?: string}} Query  class, text, the word that was meant
 */

export const flagshipSize = 210;

/** The classes in the order of the tables, and what they are called there. */
export const classTitles = {
  single: 'one word',
  prefix: 'key by key',
  and2: 'two words',
  typo: 'misspelt',
  rare: 'rare word',
  nohit: 'no hit',
};

/**
 * Calls visit(entry) for each entry.
 * @param {string} folder
 * @param {number} size
 * @param {(entry: Entry) => void} visit
 */
export function readEntries(folder, size, visit) {
  const file = openSync(join(folder, `${size}.jsonl`), 'r');
  const chunk = Buffer.alloc(1 << 24);
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  for (let got = 0; (got = readSync(file, chunk, 0, chunk.length, null)) > 0;) {
    const bytes = Buffer.concat([rest, chunk.subarray(0, got)]);
    const end = bytes.lastIndexOf(10) + 1;
    rest = bytes.subarray(end);
    for (const line of bytes.toString('utf8', 0, end).split('\n')) {
      if (line) visit(JSON.parse(line));
    }
  }
  closeSync(file);
}

/**
 * The queries, classes evenly mixed, so that a run that is cut off has seen of all.
 * @param {string} folder
 * @param {number} size
 * @returns {Query[]}
 */
export function readQueries(folder, size) {
  const name = size === flagshipSize ? `queries_${flagshipSize}.json` : 'queries.json';
  /** @type {Query[]} */
  const queries = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { c } of queries) counts.set(c, (counts.get(c) ?? 0) + 1);
  /** @type {Map<string, number>} */
  const seen = new Map();
  return queries
    .map((query) => {
      const at = seen.get(query.c) ?? 0;
      seen.set(query.c, at + 1);
      return { query, place: at / (counts.get(query.c) ?? 1) };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ query }) => query);
}
