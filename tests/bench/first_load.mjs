// Bytes of the first load: every file that a browser with an empty cache asks for until the
// flagship's canvas is ready, as gzip -9 bytes, file by file.
//
//     node tests/bench/first_load.mjs    # needs build/site (web/serve.sh --build makes it)
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startServer } from '../../web/serve.mjs';
import {
  buildFolder,
  launchBrowser,
  replaceClock,
  heardReady,
  watchForReady,
} from '../web/harness.mjs';

export const budgetBytes = 300_000;
export const budgetRequests = 8;

/** @param {{path: string, bytes: number, gzip: number}[]} files */
export function describeFiles(files) {
  /** @param {string} path @param {string | number} bytes @param {string | number} gzip */
  const line = (path, bytes, gzip) =>
    `${path.padEnd(32)} ${String(bytes).padStart(9)} ${String(gzip).padStart(9)}`;
  return [
    line('file', 'bytes', 'gzip -9'),
    ...files.map(({ path, bytes, gzip }) => line(path, bytes, gzip)),
    line(`${files.length} requests`, sumOf(files, 'bytes'), sumOf(files, 'gzip')),
  ].join('\n');
}

/** @param {{bytes: number, gzip: number}[]} files @param {'bytes' | 'gzip'} field */
export function sumOf(files, field) {
  return files.reduce((total, file) => total + file[field], 0);
}

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
  await heardReady(page);
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
  await context.addInitScript(replaceClock);
  const files = await measureFirstLoad(context, server.url);
  await browser.close();
  await server.close();
  console.log('First load of the flagship: every file a browser with an empty cache asked for');
  console.log('until the canvas was ready. gzip -9 of each, bytes.\n');
  console.log(describeFiles(files));
  const sum = sumOf(files, 'gzip');
  const isKept = sum <= budgetBytes && files.length <= budgetRequests;
  console.log(
    `\n${sum} of at most ${budgetBytes} bytes, ${files.length} of at most ${budgetRequests} ` +
      `requests: ${isKept ? 'kept' : 'OVER'}`,
  );
  process.exitCode = isKept ? 0 : 1;
}
