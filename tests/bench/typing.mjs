// How long a reader waits for each key, with a million works on the screen.
//
//     node tests/bench/typing.mjs [works]    # 1000000; needs build/site-stress
//                                            # (web/serve.sh --stress 1000000 --build makes it)
//
// Chromium with software drawing. A key's time goes from the input event's own time stamp to the
// first animation frame after the one in which the canvas was drawn with its result: by then that
// one has left the page. The browser's own Event Timing is told beside it. Then 30 seconds of
// typing and scrolling: tasks over 50 ms, as the browser counts them, and the time from frame to
// frame. All of it is written to build/bench/typing.json, too.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

import { startServer } from '../../web/serve.mjs';
import { buildFolder, launchBrowser, settled, watchForReady } from '../web/harness.mjs';
import { countText } from '../web/reader.mjs';
import { median, percentile } from './search/statistics.mjs';

/** @typedef {import('playwright-core').Page} Page */

const works = Number(process.argv[2] ?? 1_000_000);
const keyDelayMs = 130;
const scriptSeconds = 30;
const patienceMs = 300_000;
const texts = [
  'medical image',
  'language models',
  'protein structure',
  'transformer',
  'vision has:code',
  'multimdal',
  'segmentation -image',
];

/** What the page notes from now on. @param {Page} page */
async function watch(page) {
  await page.evaluate(() => {
    const atlas = /** @type {any} */ (document.querySelector('lamplight-catalog'));
    const notes = {
      keys: /** @type {number[]} */ ([]),
      frames: /** @type {number[]} */ ([]),
      tasks: /** @type {number[]} */ ([]),
      events: /** @type {{name: string, duration: number}[]} */ ([]),
    };
    Object.assign(window, { notes });
    /** @type {{at: number, drawn: number}[]} */
    let waiting = [];
    document.addEventListener(
      'input',
      (event) => waiting.push({ at: event.timeStamp, drawn: atlas.framesDrawn }),
      { capture: true },
    );
    let before = performance.now();
    const onFrame = () => {
      const now = performance.now();
      notes.frames.push(now - before);
      before = now;
      waiting = waiting.filter(({ at, drawn }) => {
        if (atlas.framesDrawn === drawn) return true;
        notes.keys.push(now - at);
        return false;
      });
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) notes.tasks.push(duration);
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) notes.events.push({ name, duration });
    }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }));
  });
}

/**
 * What was noted since the last time.
 * @param {Page} page
 * @returns {Promise<{keys: number[], frames: number[], tasks: number[], drawn: number[],
 *   events: {name: string, duration: number}[]}>}  drawn: the module's own time for each frame
 */
function takeNotes(page) {
  return page.evaluate(() => {
    const { notes, stressFrames } = /** @type {any} */ (window);
    const taken = structuredClone({ ...notes, drawn: stressFrames });
    for (const list of [...Object.values(notes), stressFrames]) list.length = 0;
    return taken;
  });
}

/** @param {Page} page */
async function clear(page) {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
}

/** @param {number[]} times @returns {Record<string, number | null>} */
const summary = (times) => ({
  count: times.length,
  median_ms: median(times),
  p95_ms: percentile(times, 0.95),
  longest_ms: times.length > 0 ? Math.max(...times) : null,
});

const server = await startServer({ root: join(buildFolder, 'site-stress') });
const browser = await launchBrowser();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
context.setDefaultTimeout(patienceMs);
const page = await context.newPage();
page.on('pageerror', (error) => console.error(`error in the page: ${error.stack ?? error}`));
await watchForReady(page);
await page.goto(`${server.url}?stress=${works}`, { waitUntil: 'commit' });
await page.waitForFunction(() =>
  /** @type {any} */ (window).heardEvents.some(
    (/** @type {{type: string}} */ { type }) => type === 'ready',
  ),
);
const readyAt = await page.evaluate(() => performance.now());
await watch(page);

// While the index is built, the list scrolls.
await page.mouse.move(900, 500);
while ((await page.getByRole('progressbar').count()) > 0) {
  await page.mouse.wheel(0, 400);
  await page.waitForTimeout(100);
}
const preparingSeconds = ((await page.evaluate(() => performance.now())) - readyAt) / 1000;
const preparing = await takeNotes(page);
await settled(page);

// Each key of each text.
const counts = [];
await takeNotes(page);
for (const text of texts) {
  await clear(page);
  await page.waitForTimeout(500);
  await page.keyboard.type(text, { delay: keyDelayMs });
  await page.waitForTimeout(500);
  counts.push({ text, shows: await countText(page) });
}
const typing = await takeNotes(page);

// Half a minute of both.
await clear(page);
await page.waitForTimeout(500);
await takeNotes(page);
const end = Date.now() + scriptSeconds * 1000;
for (let turn = 0; Date.now() < end; ++turn) {
  await page.keyboard.type(texts[turn % texts.length], { delay: keyDelayMs });
  for (let i = 0; i < 20 && Date.now() < end; ++i) {
    await page.mouse.wheel(0, i % 7 === 6 ? 20_000 : 300);
    await page.waitForTimeout(50);
  }
  await clear(page);
}
const script = await takeNotes(page);
await browser.close();
await server.close();

const ofKeys = (/** @type {{name: string, duration: number}[]} */ events) =>
  events.filter(({ name }) => name === 'keydown').map(({ duration }) => duration);
const result = {
  works,
  load: loadavg()[0],
  preparing: {
    seconds: preparingSeconds,
    tasks: summary(preparing.tasks),
    frames: summary(preparing.frames),
    drawn: summary(preparing.drawn),
  },
  typing: {
    keys: summary(typing.keys),
    event_timing_over_16_ms: summary(ofKeys(typing.events)),
    tasks: summary(typing.tasks),
    drawn: summary(typing.drawn),
    counts,
  },
  script: {
    seconds: scriptSeconds,
    keys: summary(script.keys),
    tasks: summary(script.tasks),
    frames: summary(script.frames),
    drawn: summary(script.drawn),
  },
};
mkdirSync(join(buildFolder, 'bench'), { recursive: true });
writeFileSync(
  join(buildFolder, 'bench', 'typing.json'),
  `${JSON.stringify({ ...result, keys: typing.keys, tasks: script.tasks }, null, 1)}\n`,
);

console.log(`## ${works.toLocaleString('en')} works in the browser: milliseconds\n`);
console.log(
  `Index ready after ${preparingSeconds.toFixed(1)} s; load ${result.load.toFixed(1)}.\n`,
);
console.log('| what | how many | median | p95 | longest |\n| --- | --- | --- | --- | --- |');
const figure = (/** @type {number | null} */ value) => (value === null ? '–' : value.toFixed(1));
for (const [what, times] of /** @type {[string, Record<string, number | null>][]} */ ([
  ['key to the frame that shows its result', result.typing.keys],
  ['Event Timing of keys over 16 ms', result.typing.event_timing_over_16_ms],
  ['tasks over 50 ms while typing', result.typing.tasks],
  ["frames while typing, the module's own time", result.typing.drawn],
  [`${scriptSeconds} s of typing and scrolling: keys`, result.script.keys],
  [`${scriptSeconds} s of typing and scrolling: tasks over 50 ms`, result.script.tasks],
  [`${scriptSeconds} s of typing and scrolling: frame to frame`, result.script.frames],
  [`${scriptSeconds} s of typing and scrolling: the module's own time`, result.script.drawn],
  ['while the index is built: tasks over 50 ms', result.preparing.tasks],
  ['while the index is built, scrolling: frame to frame', result.preparing.frames],
])) {
  console.log(
    `| ${what} | ${times.count} | ${figure(times.median_ms)} | ${figure(times.p95_ms)} | ${figure(times.longest_ms)} |`,
  );
}
for (const { text, shows } of counts) console.log(`\n\`${text}\`: ${shows}`);
