// First contentful paint of the flagship's page against the same list as the barest HTML page
// (cmark-gfm's own HTML, no style, no script), and the way from navigation to the first
// interactive frame of the canvas.
//
//     node tests/bench/first_paint.mjs [loads]    # 40 cold loads of each, in turns
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
  heardReady,
  launchBrowser,
  projectFolder,
  watchForReady,
} from '../web/harness.mjs';
import { median as medianOrNull } from './search/statistics.mjs';

const target = 1.15;
const loads = Number(process.argv[2] ?? 40);

const bareFolder = join(buildFolder, 'bench', 'bare-page');
mkdirSync(bareFolder, { recursive: true });
writeFileSync(
  join(bareFolder, 'index.html'),
  execFileSync(join(buildFolder, 'bench', 'tests', 'bench', 'cmark_page'), [
    join(projectFolder, 'data', 'lists', '2024-03-11.md'),
  ]),
);

/** @param {number[]} values */
const median = (values) => medianOrNull(values) ?? NaN;

/**
 * Where the median of all that could have been measured is, with at least 95 % certainty: between
 * two of the measured values, as many places from either end as the sign test says.
 * @param {number[]} values
 */
function medianInterval(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  let chance = 0.5 ** n; // of exactly `cut` values below the median
  let below = chance;
  let cut = 0;
  while (cut + 1 < n - cut - 1) {
    chance *= (n - cut) / (cut + 1);
    if (below + chance > 0.025) break;
    below += chance;
    ++cut;
  }
  return [sorted[cut], sorted[n - 1 - cut]];
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
  if (hasCanvas) await heardReady(page);
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
// Each pair was measured one after the other: what slowed one down did so to the other.
const ratios = ourLoads.map((each, at) => each.paint / bareLoads[at].paint);
const ratio = median(ratios);
const [low, high] = medianInterval(ratios);
const spread = (/** @type {{paint: number}[]} */ all) =>
  `${Math.min(...all.map((each) => each.paint)).toFixed(0)}..${Math.max(...all.map((each) => each.paint)).toFixed(0)}`;
console.log(
  `First contentful paint, ms after navigation; median of ${loads} cold loads each, in turns.\n`,
);
console.log(`bare cmark-gfm page   ${barePaint.toFixed(1).padStart(8)}   (${spread(bareLoads)})`);
console.log(`Lamplight's page      ${ourPaint.toFixed(1).padStart(8)}   (${spread(ourLoads)})`);
console.log(
  `ratio of each pair    ${ratio.toFixed(3).padStart(8)}   (95 %: ${low.toFixed(3)}..${high.toFixed(3)}); at most ${target}: ${ratio <= target ? 'kept' : 'OVER'}\n`,
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
