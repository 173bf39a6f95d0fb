// Bytes of the first load: every file that a browser with an empty cache asks for until the
// flagship's canvas is ready, as gzip -9 bytes, file by file.
//
//     node tests/bench/first_load.mjs    # needs build/site (web/serve.sh --build makes it)
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startServer } from '../../web/serve.mjs';
import { buildFolder, launchBrowser, untilReady, watchForReady } from '../web/harness.mjs';

const budget = 400_000;

/**
 * Loads the page once in a fresh context and weighs what came.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} url
 * @returns {Promise<{path: string, bytes: number, gzip: number}[]>}  in order of the requests
 */
export async function measureFirstLoad(context, url) {
  const page = await context.newPage();
  /** @type {import('playwright-core').Request[]} */
  const requests = [];
  page.on('request', (request) => requests.push(request));
  await watchForReady(page);
  await page.goto(url);
  await untilReady(page);
  const readyAt = await page.evaluate(
    () => performance.getEntriesByName('lamplight:ready')[0]?.startTime ?? performance.now(),
  );
  const origin = await page.evaluate(() => performance.timeOrigin);
  const files = [];
  for (const request of requests) {
    if (!request.url().startsWith('http')) continue;
    // What is fetched in quiet afterwards, older snapshots, is not part of it.
    if (request.timing().startTime - origin > readyAt) continue;
    const response = await request.response();
    if (!response) throw new Error(`no answer for ${request.url()}`);
    const body = await response.body();
    const gzip = execFileSync('gzip', ['-9nc'], { input: body, maxBuffer: 1 << 28 }).length;
    files.push({ path: new URL(request.url()).pathname, bytes: body.length, gzip });
  }
  await page.close();
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startServer({ root: join(buildFolder, 'site') });
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const files = await measureFirstLoad(context, server.url);
  await browser.close();
  await server.close();
  console.log('First load of the flagship: every file a browser with an empty cache asked for');
  console.log('until the canvas was ready. gzip -9 of each, bytes.\n');
  console.log(`${'file'.padEnd(32)} ${'bytes'.padStart(9)} ${'gzip -9'.padStart(9)}`);
  for (const { path, bytes, gzip } of files) {
    console.log(`${path.padEnd(32)} ${String(bytes).padStart(9)} ${String(gzip).padStart(9)}`);
  }
  const sum = files.reduce((total, file) => total + file.gzip, 0);
  const all = files.reduce((total, file) => total + file.bytes, 0);
  console.log(`${'sum'.padEnd(32)} ${String(all).padStart(9)} ${String(sum).padStart(9)}`);
  console.log(`\n${sum} of at most ${budget} bytes: ${sum <= budget ? 'kept' : 'OVER'}`);
  process.exitCode = sum <= budget ? 0 : 1;
}
