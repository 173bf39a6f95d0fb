// First contentful paint of the flagship's page against the same list as the barest HTML page
// (cmark-gfm's own HTML, no style, no script), and the way from navigation to the first
// interactive frame of the canvas.
//
//     node tests/bench/first_paint.mjs [loads]    # 10 cold loads of each, in turns
//
// Needs build/site and build/bench; tests/bench/run.sh makes both. Cold: a browser context of its
// own for each load, with an empty cache. Both pages come from the same server, compressed alike.
// Times are those the browser tells (Paint Timing, Resource Timing) and the element's own
// `lamplight:` marks and measures.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startServer } from '../../web/serve.mjs';
import {
  buildFolder,
  launchBrowser,
  projectFolder,
  untilReady,
  watchForReady,
} from '../web/harness.mjs';

const target = 1.15;
const loads = Number(process.argv[2] ?? 10);

const bareFolder = join(buildFolder, 'bench', 'bare-page');
mkdirSync(bareFolder, { recursive: true });
writeFileSync(
  join(bareFolder, 'index.html'),
  execFileSync(join(buildFolder, 'bench', 'tests', 'bench', 'cmark_page'), [
    join(projectFolder, 'data', 'lists', '2024-03-11.md'),
  ]),
);

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** First contentful paint, ms after navigation. @param {import('playwright-core').Page} page */
async function firstPaint(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/**
 * Name to ms: all that the browser and the element tell about the way to the canvas.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<Record<string, {start: number, duration: number}>>}
 */
function readTimeline(page) {
  return page.evaluate(() => {
    /** @type {Record<string, {start: number, duration: number}>} */
    const found = {};
    const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (
      performance.getEntriesByType('navigation')
    );
    found['HTML fetched'] = { start: 0, duration: navigation.responseEnd };
    for (const entry of /** @type {PerformanceResourceTiming[]} */ (
      performance.getEntriesByType('resource')
    )) {
      found[`fetch ${new URL(entry.name).pathname.slice(1)}`] = {
        start: entry.startTime,
        duration: entry.duration,
      };
    }
    for (const type of ['mark', 'measure']) {
      for (const entry of performance.getEntriesByType(type)) {
        if (entry.name.startsWith('lamplight:'))
          found[entry.name] = { start: entry.startTime, duration: entry.duration };
      }
    }
    return found;
  });
}

const ours = await startServer({ root: join(buildFolder, 'site') });
const bare = await startServer({ root: bareFolder });
const browser = await launchBrowser();

/** @param {string} url @param {boolean} hasCanvas */
async function load(url, hasCanvas) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (hasCanvas) await watchForReady(page);
  await page.goto(url, { waitUntil: 'load' });
  const paint = await firstPaint(page);
  if (hasCanvas) await untilReady(page);
  const timeline = hasCanvas ? await readTimeline(page) : {};
  await context.close();
  return { paint, timeline };
}

// One of each beforehand: the browser's own first load is another thing.
await load(bare.url, false);
await load(ours.url, true);
/** @type {{paint: number}[]} */
const bareLoads = [];
/** @type {{paint: number, timeline: Record<string, {start: number, duration: number}>}[]} */
const ourLoads = [];
for (let i = 0; i < loads; ++i) {
  bareLoads.push(await load(bare.url, false));
  ourLoads.push(await load(ours.url, true));
}
await browser.close();
await ours.close();
await bare.close();

const barePaint = median(bareLoads.map((each) => each.paint));
const ourPaint = median(ourLoads.map((each) => each.paint));
const ratio = ourPaint / barePaint;
const spread = (/** @type {{paint: number}[]} */ all) =>
  `${Math.min(...all.map((each) => each.paint)).toFixed(0)}..${Math.max(...all.map((each) => each.paint)).toFixed(0)}`;
console.log(
  `First contentful paint, ms after navigation; median of ${loads} cold loads each, in turns.\n`,
);
console.log(`bare cmark-gfm page   ${barePaint.toFixed(1).padStart(8)}   (${spread(bareLoads)})`);
console.log(`Lamplight's page      ${ourPaint.toFixed(1).padStart(8)}   (${spread(ourLoads)})`);
console.log(
  `ratio                 ${ratio.toFixed(3).padStart(8)}   at most ${target}: ${ratio <= target ? 'kept' : 'OVER'}\n`,
);

console.log(
  "The same loads: from navigation to the canvas's first interactive frame, ms, medians.\n",
);
console.log(`${'what'.padEnd(36)} ${'from'.padStart(8)} ${'takes'.padStart(8)}`);
const names = [...new Set(ourLoads.flatMap((each) => Object.keys(each.timeline)))];
const rows = names.map((name) => {
  const entries = ourLoads
    .map((each) => each.timeline[name])
    .filter((entry) => entry !== undefined);
  return {
    name,
    start: median(entries.map((entry) => entry.start)),
    duration: median(entries.map((entry) => entry.duration)),
  };
});
rows.push({ name: 'first contentful paint', start: ourPaint, duration: 0 });
for (const { name, start, duration } of rows.sort((a, b) => a.start - b.start)) {
  const takes = duration > 0 ? duration.toFixed(1) : '';
  console.log(`${name.padEnd(36)} ${start.toFixed(1).padStart(8)} ${takes.padStart(8)}`);
}
process.exitCode = ratio <= target ? 0 : 1;
