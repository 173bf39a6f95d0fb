// What the flagship's lists contain, read from their Markdown by a second, much simpler reader
// than the product's: enough for these two files, and for no other.
//
//     const listings = readListings('2024-03-11');  // 280 of { line, title, links }
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from './harness.mjs';

export const newest = '2024-03-11';
export const oldest = '2023-03-29';

/**
 * @param {string} date
 * @returns {{line: number, title: string, links: {label: string, url: string | null}[]}[]}
 */
export function readListings(date) {
  const lines = readFileSync(join(projectFolder, 'data', 'lists', `${date}.md`), 'utf8').split(
    '\n',
  );
  const isContents = (/** @type {string} */ line) => /^\s*[-*] \[[^\]]*\]\(#/.test(line);
  const listings = [];
  for (let at = 0; at < lines.length; ++at) {
    const line = lines[at];
    if (/^[-*] /.test(line) && !isContents(line)) {
      // One bullet of the newest list goes on in the line after it.
      const whole = line.includes('[[') ? line : `${line} ${lines[at + 1]}`;
      const title = whole.slice(2).split('[[')[0].replace(/\s+/g, ' ').trim();
      const links = [...whole.matchAll(/\[\[(\w+)\]\](?:\(([^)]*)\))?/g)].map(([, label, url]) => ({
        label,
        url: url ?? null,
      }));
      listings.push({ line: at + 1, title, links });
    }
    const row = /^\| \[([^\]]+)\]\(([^)]+)\)\s*\|/.exec(line);
    if (row) listings.push({ line: at + 1, title: row[1], links: [{ label: '', url: row[2] }] });
  }
  return listings;
}
