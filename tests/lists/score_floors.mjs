// How well the lists at hand are read: the score against the labels made by hand must not fall
// below what was reached. Ends with `N passed, N failed`, a measure being one of them.
//
//     node tests/lists/score_floors.mjs --lamplight build/release/lamplight
//
// Without the lists beside the checkout nothing can be compared: it says so and passes.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const score = new URL('../../../shared/lists/score.mjs', import.meta.url);

/** In percent, just under what was reached. @type {Record<string, number>} */
const floors = {
  right: 95.5,
  found: 99,
  title: 97.5,
  name: 97,
  authors: 97,
  venue: 96,
  year: 96.5,
  description: 93,
  tags: 90,
  links: 98,
  kinds: 94.5,
  parent: 100,
  rejected: 98,
};

const { values } = parseArgs({
  options: { lamplight: { type: 'string', default: 'build/release/lamplight' } },
});
if (!existsSync(score)) {
  console.log('The lists and their labels are not there: nothing is compared.');
  process.exit(0);
}
const text = execFileSync('node', [score.pathname, '--lamplight', values.lamplight ?? ''], {
  encoding: 'utf8',
});
console.log(text);
const sums = text.trimEnd().split('\n').at(-1) ?? '';
let failed = 0;
for (const [measure, floor] of Object.entries(floors)) {
  const found = new RegExp(`\\b${measure} ([0-9.]+) %`).exec(sums);
  if (found && Number(found[1]) >= floor) continue;
  console.log(`${measure} is ${found?.[1] ?? 'not told'}, and was ${floor} % at least`);
  failed += 1;
}
console.log(`${Object.keys(floors).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
