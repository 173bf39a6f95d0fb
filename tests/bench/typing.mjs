// How long a reader waits for each key, with a million works on the screen.
//
//     node tests/bench/typing.mjs [works]    # 1000000; needs build/site-stress
//                                            # (web/serve.sh --stress 1000000 --build makes it)
//
// Chromium with software drawing. A key's time goes from the input event's own time stamp to the
// first animation frame after the one in which the canvas was drawn with its result: by then that
// one has left the page. The browser's own Event Timing is told beside it. Then 30 seconds of
// typing and scrolling: tasks over 50 ms, as the browser counts them, and the time from frame to
// frame. A bare page (bare_page.mjs) is typed into and scrolled the same way, in the same browser:
// what this machine cannot do faster. All of it is written to build/bench/typing.json, too.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

import { startServer } from '../../web/serve.mjs';
import {
  buildFolder,
  launchBrowser,
  replaceClock,
  settled,
  watchForReady,
} from '../web/harness.mjs';
import { countText } from '../web/reader.mjs';
import { openBarePage } from './bare_page.mjs';
import { median, percentile } from './search/statistics.mjs';

/** @typedef {import('playwright-core').Page} Page */

const works = Number(process.argv[2] ?? 1_000_000);
const keyDelayMs = 130;
const scriptSeconds = 30;
const patienceMs = 300_000;
const longFrameMs = 50;
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
  await page.locator('input[type="search"]').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
}

/** @param {number[]} times @returns {Record<string, number | null>} */
const summary = (times) => ({
  count: times.length,
  median_ms: median(times),
  p95_ms: percentile(times, 0.95),
  longest_ms: times.length > 0 ? Math.max(...times) : null,
  over_50_ms: times.filter((time) => time > longFrameMs).length,
});

/**
 * Each key of each text.
 * @param {Page} page
 * @param {(text: string) => Promise<void>} [look] what the page answered
 */
async function type(page, look) {
  await takeNotes(page);
  for (const text of texts) {
    await clear(page);
    await page.waitForTimeout(500);
    await page.keyboard.type(text, { delay: keyDelayMs });
    await page.waitForTimeout(500);
    await look?.(text);
  }
  return takeNotes(page);
}

/** Half a minute of typing and scrolling. @param {Page} page */
async function typeAndScroll(page) {
  await page.mouse.move(900, 500);
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
  return takeNotes(page);
}

const server = await startServer({ root: join(buildFolder, 'site-stress') });
const browser = await launchBrowser();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
await context.addInitScript(replaceClock);
context.setDefaultTimeout(patienceMs);

const bare = await context.newPage();
await openBarePage(bare);
await watch(bare);
const bareTyping = await type(bare);
const bareScript = await typeAndScroll(bare);
await bare.close();

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

// While the index is built, the list scrolls. (Playwright's own search for a role would take
// longer than a frame of the page.)
await page.mouse.move(900, 500);
const isPreparing = () =>
  page.evaluate(
    () =>
      document
        .querySelector('lamplight-catalog')
        ?.shadowRoot?.querySelector('.layer [role="progressbar"]') !== null,
  );
while (await isPreparing()) {
  await page.mouse.wheel(0, 400);
  await page.waitForTimeout(100);
}
const preparingSeconds = ((await page.evaluate(() => performance.now())) - readyAt) / 1000;
const preparing = await takeNotes(page);
await settled(page);

/** @type {{text: string, shows: string}[]} */
const counts = [];
const typing = await type(page, async (text) => {
  counts.push({ text, shows: await countText(page) });
});
const script = await typeAndScroll(page);
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
  bare: {
    typing: { keys: summary(bareTyping.keys), tasks: summary(bareTyping.tasks) },
    script: {
      keys: summary(bareScript.keys),
      tasks: summary(bareScript.tasks),
      frames: summary(bareScript.frames),
    },
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
const figure = (/** @type {number | null} */ value) => (value === null ? '–' : value.toFixed(1));
const times = (/** @type {Record<string, number | null>} */ { median_ms, p95_ms, longest_ms }) =>
  [median_ms, p95_ms, longest_ms].map(figure).join(' | ');
console.log('| what | how many | over 50 ms | median | p95 | longest |');
console.log('| --- | --- | --- | --- | --- | --- |');
const half = `${scriptSeconds} s of typing and scrolling`;
for (const [what, of] of /** @type {[string, Record<string, number | null>][]} */ ([
  ['key to the frame that shows its result', result.typing.keys],
  ['– on the bare page', result.bare.typing.keys],
  ['Event Timing of keys over 16 ms', result.typing.event_timing_over_16_ms],
  ['tasks over 50 ms while typing', result.typing.tasks],
  ["frames while typing, the module's own time", result.typing.drawn],
  [`${half}: keys`, result.script.keys],
  ['– on the bare page', result.bare.script.keys],
  [`${half}: tasks over 50 ms`, result.script.tasks],
  ['– on the bare page', result.bare.script.tasks],
  [`${half}: frame to frame`, result.script.frames],
  ['– on the bare page', result.bare.script.frames],
  [`${half}: the module's own time`, result.script.drawn],
  ['while the index is built: tasks over 50 ms', result.preparing.tasks],
  ['while the index is built, scrolling: frame to frame', result.preparing.frames],
  ["while the index is built: the module's own time", result.preparing.drawn],
])) {
  console.log(`| ${what} | ${of.count} | ${of.over_50_ms} | ${times(of)} |`);
}
const ratio = (/** @type {'median_ms' | 'p95_ms'} */ of) =>
  figure((result.typing.keys[of] ?? NaN) / (result.bare.typing.keys[of] ?? NaN));
console.log(
  `\nKey to frame, times the bare page: ${ratio('median_ms')} (median), ${ratio('p95_ms')} (p95).`,
);
for (const { text, shows } of counts) console.log(`\n\`${text}\`: ${shows}`);
