// A long list as a site against the same list as one bare HTML page (cmark-gfm's own HTML), without
// and with `content-visibility: auto` on its entries: when something is read, when all is there,
// and what it takes.
//
//     node tests/bench/site.mjs [LIST.md] [loads]   # 5 cold loads of each, by turns
//
// Needs build/release, build/web and build/bench; tests/bench/run.sh makes them. Without a list it
// is one of 100,000 works, made up. Each load has a browser of its own. “First paint” is the
// browser's first contentful paint; “ready” is the load event of a bare page, and of ours the
// canvas, drawn and in place. Memory is that of the page's renderer process as the system counts
// it (what it alone uses, and the most it had), so that WebAssembly, DOM and JavaScript all count.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

import { startServer } from '../../web/serve.mjs';
import { buildFolder, launchBrowser, watchForReady } from '../web/harness.mjs';
import { median } from './search/statistics.mjs';

const patienceMs = 300_000;
const works = 100_000;
const loads = Number(process.argv[3] ?? 5);
const folder = join(buildFolder, 'bench', 'long-site');
const tools = join(buildFolder, 'bench', 'tests', 'bench');
const most = { maxBuffer: 2 ** 30 };
mkdirSync(folder, { recursive: true });

let list = process.argv[2];
if (!list) {
  list = join(folder, 'list.md');
  writeFileSync(list, execFileSync(join(tools, 'stress_list'), [String(works)], most));
}
const bare = execFileSync(join(tools, 'cmark_page'), [list], most).toString();
const skipping = bare.replace(
  '</head>',
  '<style>li, tr { content-visibility: auto; contain-intrinsic-size: auto 40px; }</style>\n</head>',
);
/** @param {string} name @param {string} html */
function writePage(name, html) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'index.html'), html);
  return join(folder, name);
}
const ours = join(folder, 'ours');
execFileSync(join(buildFolder, 'release', 'lamplight'), ['site', list, '-o', ours], {
  env: { ...process.env, LAMPLIGHT_WEB_DIR: join(buildFolder, 'web', 'dist') },
  stdio: 'inherit',
});

const subjects = [
  { name: 'bare page', root: writePage('bare', bare), isOurs: false },
  { name: 'content-visibility', root: writePage('skipping', skipping), isOurs: false },
  { name: "Lamplight's site", root: ours, isOurs: true },
];

/** kB of one line of a file of the system's about a process. @param {string} file @param {RegExp} line */
const kilobytes = (file, line) =>
  [...readFileSync(file, 'utf8').matchAll(line)].reduce((sum, match) => sum + Number(match[1]), 0);

/**
 * MB that the renderers use alone, and the most that they had.
 * @param {import('playwright-core').Browser} browser
 */
async function memoryOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  let own = 0;
  let peak = 0;
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    own += kilobytes(`/proc/${id}/smaps_rollup`, /^Private_\w+:\s+(\d+) kB/gm) / 1024;
    peak += kilobytes(`/proc/${id}/status`, /^VmHWM:\s+(\d+) kB/gm) / 1024;
  }
  return { own, peak };
}

/** @param {{url: string, isOurs: boolean}} subject */
async function load({ url, isOurs }) {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(patienceMs);
  if (isOurs) await watchForReady(page);
  await page.goto(url, { waitUntil: 'load', timeout: patienceMs });
  if (isOurs) {
    await page.waitForFunction(() => performance.getEntriesByName('lamplight:ready').length > 0);
  }
  const times = await page.evaluate(async () => {
    const paint = await new Promise((resolve) => {
      new PerformanceObserver((entries) => {
        const [entry] = entries.getEntriesByName('first-contentful-paint');
        if (entry) resolve(entry.startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (
      performance.getEntriesByType('navigation')
    );
    const ready = performance.getEntriesByName('lamplight:ready')[0]?.startTime;
    return { paint, ready: ready ?? navigation.loadEventEnd };
  });
  const memory = await memoryOf(browser);
  await browser.close();
  return { ...times, ...memory };
}

const servers = [];
const running = [];
for (const subject of subjects) {
  const server = await startServer({ root: subject.root });
  servers.push(server);
  running.push({
    ...subject,
    url: server.url,
    found: /** @type {{paint: number, ready: number, own: number, peak: number}[]} */ ([]),
  });
}
console.log(
  `${list}: ${(statSync(list).size / 2 ** 20).toFixed(1)} MiB; medians of ${loads} cold loads ` +
    `each, by turns; load of the machine ${loadavg()[0].toFixed(1)}\n`,
);
for (let i = 0; i < loads; ++i) {
  for (const subject of running) subject.found.push(await load(subject));
}
for (const server of servers) await server.close();

const columns = /** @type {const} */ ([
  ['paint', 'first paint, ms'],
  ['ready', 'ready, ms'],
  ['own', 'memory, MB'],
  ['peak', 'at most, MB'],
]);
console.log(''.padEnd(20) + columns.map(([, title]) => title.padStart(18)).join(''));
for (const { name, found } of running) {
  const cells = columns.map(([key]) => (median(found.map((each) => each[key])) ?? 0).toFixed(0));
  console.log(name.padEnd(20) + cells.map((cell) => cell.padStart(18)).join(''));
}
const [, skippingLoads, ourLoads] = running.map(({ found }) => found);
/** @param {'paint' | 'ready' | 'own'} key */
const ratio = (key) =>
  (median(ourLoads.map((each) => each[key])) ?? 0) /
  (median(skippingLoads.map((each) => each[key])) ?? 1);
const aims = [
  { what: 'first paint', is: ratio('paint'), most: 1 },
  { what: 'ready', is: ratio('ready'), most: 0.5 },
  { what: 'memory', is: ratio('own'), most: 1 },
];
console.log('\nAgainst the page with content-visibility:');
for (const { what, is, most } of aims) {
  console.log(
    `${what.padEnd(20)}${is.toFixed(2)}, at most ${most}: ${is <= most ? 'kept' : 'OVER'}`,
  );
}
process.exitCode = aims.every(({ is, most }) => is <= most) ? 0 : 1;
