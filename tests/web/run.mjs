// Runs the browser tests against the built sites and counts.
//
//     node tests/web/run.mjs            # all
//     node tests/web/run.mjs search     # those whose file or name holds “search”
//
// Needs the flagship site in build/site (web/serve.sh makes it), the command line in
// build/release, and Chromium: $CHROMIUM, or /usr/bin/chromium. Prints a line a test and ends
// with “N passed, N failed” alone on a line. Exit: 0 all passed, 1 some failed, 2 nothing to run.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { Fixture, buildFolder, closeBrowsers, registeredTests } from './harness.mjs';
import { removeSites } from './sites.mjs';

// A test that hangs fails; none of them needs a tenth of this.
const testTimeoutMs = 300_000;

const filter = (process.argv[2] ?? '').toLowerCase();
const folder = new URL('./', import.meta.url);
if (!existsSync(join(buildFolder, 'site', 'index.html'))) {
  console.error('There is no build/site; run web/serve.sh --build first.');
  process.exit(2);
}

/** @type {{file: string, test: import('./harness.mjs').TestCase}[]} */
const chosen = [];
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs'))
  .sort()) {
  const before = registeredTests.length;
  await import(new URL(file, folder).href);
  const subject = file.replace('.test.mjs', '');
  for (const test of registeredTests.slice(before)) {
    if (`${subject}: ${test.name}`.toLowerCase().includes(filter))
      chosen.push({ file: subject, test });
  }
}
if (chosen.length === 0) {
  console.error(`No test is called “${filter}”.`);
  process.exit(2);
}

/**
 * @param {import('./harness.mjs').TestCase} test
 * @returns {Promise<string[]>}  what went wrong
 */
async function problemsOf(test) {
  /** @type {Fixture | undefined} */
  let fixture;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const problems = [];
  try {
    const opened = await Fixture.create(test.options);
    fixture = opened;
    const timeout = new Promise((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`took over ${testTimeoutMs / 1000} s`)),
        testTimeoutMs,
      );
    });
    await Promise.race([test.body(opened), timeout]);
  } catch (error) {
    problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  clearTimeout(timer);
  // What the page still had to say comes before the context closes.
  problems.push(...(fixture?.problems ?? []));
  await fixture?.close().catch((error) => problems.push(String(error)));
  return problems;
}

const startedAt = Date.now();
let failed = 0;
for (const { file, test } of chosen) {
  const begun = Date.now();
  const problems = await problemsOf(test);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? 'pass' : 'FAIL'}  ${file}: ${test.name} (${seconds} s)`);
  for (const problem of problems) console.log(problem.replace(/^/gm, '      '));
  if (problems.length > 0) ++failed;
}
const passed = chosen.length - failed;
await closeBrowsers();
removeSites();
console.log(`Browser tests took ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
