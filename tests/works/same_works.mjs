// Wrong and missed merges: whether the lists at hand come out with the works that same_works.tsv
// says they have. Ends with `N passed, N failed`, a list being one of them.
//
//     node tests/works/same_works.mjs --lamplight build/release/lamplight
//
// Without the lists beside the checkout nothing can be compared: it says so and passes.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const root = new URL('../../', import.meta.url);
const lists = new URL('../shared/lists/', root);

/** @typedef {'one' | 'missed' | 'apart' | 'merged'} Verdict */
/** @typedef {{ verdict: Verdict, lines: number[] }} Label */

/** @returns {Map<string, Label[]>} by list */
function readLabels() {
  /** @type {Map<string, Label[]>} */
  const labels = new Map();
  for (const line of readFileSync(new URL('same_works.tsv', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [list, verdict, lines] = line.split('\t');
    if (!labels.has(list)) labels.set(list, []);
    labels
      .get(list)
      ?.push({ verdict: /** @type {Verdict} */ (verdict), lines: lines.split(' ').map(Number) });
  }
  return labels;
}

/** The pairs of a row of lines. @param {number[]} lines @returns {[number, number][]} */
const pairs = (lines) => lines.flatMap((a, i) => lines.slice(i + 1).map((b) => [a, b]));

/** @param {string} program @param {string} list */
function worksByLine(program, list) {
  const path = new URL(`${list}.md`, lists).pathname;
  const json = execFileSync(program, ['parse', path], { maxBuffer: 1 << 30, encoding: 'utf8' });
  /** @type {{ line: number, work: string }[]} */
  const listings = JSON.parse(json).listings;
  return new Map(listings.map((listing) => [listing.line, listing.work]));
}

const { values } = parseArgs({
  options: { lamplight: { type: 'string', default: 'build/release/lamplight' } },
});
if (!existsSync(lists)) {
  console.log('no folder of lists beside the checkout: no merge is compared');
  console.log('0 passed, 0 failed');
  process.exit(0);
}

/** What each verdict says of a pair, and what comes out today. */
const verdicts = {
  one: { isOne: true, comesOut: true },
  missed: { isOne: true, comesOut: false },
  apart: { isOne: false, comesOut: false },
  merged: { isOne: false, comesOut: true },
};
const sum = { one: 0, missed: 0, apart: 0, merged: 0, unlisted: 0 };
let failed = 0;
const labels = readLabels();
for (const [list, rows] of labels) {
  const works = worksByLine(values.lamplight, list);
  const complaints = [];
  for (const { verdict, lines } of rows) {
    const { isOne, comesOut } = verdicts[verdict];
    for (const [a, b] of pairs(lines)) {
      const isListed = works.has(a) && works.has(b);
      const isMerged = isListed && works.get(a) === works.get(b);
      sum[isOne ? 'one' : 'apart'] += 1;
      if (isOne && !isListed) sum.unlisted += 1;
      if (isOne && !isMerged) sum.missed += 1;
      if (!isOne && isMerged) sum.merged += 1;
      if (isOne && !isListed) complaints.push(`${a} or ${b} is no listing`);
      else if (isMerged !== comesOut) {
        const known = isOne === comesOut ? '' : ` (the label \`${verdict}\` is out of date)`;
        complaints.push(`${a} and ${b} are ${isMerged ? 'one work' : 'several works'}${known}`);
      }
    }
  }
  if (complaints.length > 0) failed += 1;
  for (const complaint of complaints) console.log(`${list}: ${complaint}`);
}
console.log(
  `of ${sum.one} pairs that are one work ${sum.missed} are missed (${sum.unlisted} of them not listed); ` +
    `of ${sum.apart} pairs that are not ${sum.merged} are merged`,
);
console.log(`${labels.size - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
