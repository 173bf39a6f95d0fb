// Measures one engine on one list, in a process of its own, beside the plain scan: between the
// queries the scan is asked, too, so that the ratio to it holds on a busy machine.
//
//     node --expose-gc engine.mjs NAME SIZE FOLDER    # one line of JSON a step; run.mjs reads them
import { writeSync } from 'node:fs';

import { readEntries, readQueries } from './corpus.mjs';
import { peers, scan, scanTitles } from './peers.mjs';
import { median, percentile } from './statistics.mjs';

/**
 * @typedef {import('./corpus.mjs').Query} Query
 * @typedef {import('./peers.mjs').Mode} Mode
 *
 * @typedef {object} ClassFigures
 * @property {number} asked
 * @property {number | null} median_ms
 * @property {number | null} p95_ms
 * @property {number} with_hits
 * @property {number} [recalled]  misspelt words whose meant word is in the first 50
 *
 * @typedef {object} ModeFigures
 * @property {Record<string, ClassFigures>} classes  and `all`
 * @property {number} rounds
 * @property {boolean} is_cut  out of time before every query was asked
 * @property {number | null} scan_ms  the plain scan meanwhile
 */

const mostRounds = 7;
const mostBuilds = 5;
const buildBudgetMs = 4_000;
// Lists so short that the first round is still the compiler's.
const warmUpSize = 1_000;
// After so many queries comes one of the scan.
const scanEvery = 13;

const [name, sizeText, folder] = process.argv.slice(2);
const size = Number(sizeText);
// A mode's first round may take this long, all rounds together a little more. On a million works
// the ranking peer needs so long to be asked every query once: a median of some says nothing.
const budgetMs = Number(process.env.BUDGET_MS ?? (size >= 1_000_000 ? 60_000 : 12_000));
/** @type {Record<string, import('./peers.mjs').Engine>} */
const others = { ...peers, scan };
const engine = name === 'ours' ? (await import('./ours.mjs')).ours : others[name];

const say = (/** @type {object} */ step) => writeSync(1, `${JSON.stringify(step)}\n`);
/** @returns {{used: number, heap: number, parts?: Record<string, number>}} */
function memoryNow() {
  if (engine.memory) return engine.memory(loaded);
  const { gc } = /** @type {{gc?: () => void}} */ (globalThis);
  gc?.();
  gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: heapUsed + external, heap: rss };
}

/** @type {unknown[]} */
const docs = [];
/** @type {string[]} */
const titles = [];
readEntries(folder, size, (entry) => {
  titles.push(entry.title.toLowerCase());
  const doc = engine.keep?.(entry);
  if (doc !== undefined) docs.push(doc);
});
const queries = readQueries(folder, size);
const loaded = await engine.load?.(docs, size);

const scanned = queries.filter(({ c }) => c === 'single').slice(0, 15);
/** @type {number[]} */
let scanTimes = [];
let scanTurn = 0;
function timeScan() {
  const { q } = scanned[scanTurn++ % scanned.length];
  const begun = performance.now();
  scanTitles(titles, q);
  scanTimes.push(performance.now() - begun);
}
function takeScanTime() {
  const time = median(scanTimes);
  scanTimes = [];
  return time;
}
// The first ones are the compiler's.
for (let i = 0; i < 15; ++i) timeScan();
scanTimes = [];

const memoryBefore = memoryNow();
const builds = [];
/** @type {unknown} */
let index;
let used = 0;
let grown = 0;
/** @type {Record<string, number> | undefined} */
let parts;
const buildsBegun = performance.now();
do {
  index = null;
  engine.drop?.(loaded);
  for (let i = 0; i < 3; ++i) timeScan();
  const begun = performance.now();
  index = engine.build(loaded, docs);
  builds.push(performance.now() - begun);
  if (builds.length > 1) continue;
  const memory = memoryNow();
  used = memory.used - memoryBefore.used;
  grown = memory.heap - memoryBefore.heap;
  parts = memory.parts;
} while (builds.length < mostBuilds && performance.now() - buildsBegun < buildBudgetMs);
say({
  build: {
    ms: median(builds),
    scan_ms: takeScanTime(),
    memory_bytes: used,
    heap_grown_bytes: grown,
    ...(parts ? { parts } : {}),
  },
});

/** @param {import('./peers.mjs').Asked} asked @returns {Query[]} */
function queriesFor(asked) {
  if (asked === 'all') return queries;
  if (asked === 'filter') return Array.from({ length: 24 }, () => ({ c: 'filter', q: '' }));
  if (asked !== 'keys') return queries.filter(({ c }) => c === asked);
  // Each word is asked for at several of its keys, itself the last.
  const typed = queriesFor('prefix').map(({ q }) => q);
  return typed
    .filter((text, i) => !typed[i + 1]?.startsWith(text))
    .flatMap((word) => Array.from(word, (_, i) => ({ c: 'keys', q: word.slice(0, i + 1) })));
}

/** @param {Record<string, Mode>} group */
function measureGroup(group) {
  const modes = Object.entries(group);
  const asked = queriesFor(modes[0][1].asks);
  const times = new Map(
    modes.map(([mode]) => [mode, asked.map(() => /** @type {number[]} */ ([]))]),
  );
  const hits = new Map(modes.map(([mode]) => [mode, asked.map(() => 0)]));
  const recalled = new Map(modes.map(([mode]) => [mode, asked.map(() => false)]));
  // What a mode needs for the first time is no part of any budget.
  for (const [, { before }] of modes) before?.(index, asked[0].q);

  const begun = performance.now();
  let rounds = 0;
  let isCut = false;
  const isOver = () =>
    performance.now() - begun > (rounds === 0 ? budgetMs : budgetMs * 0.6) * modes.length;
  for (; rounds < mostRounds && !isOver(); ++rounds) {
    for (let i = 0; i < asked.length && !isCut; ++i) {
      if (i % scanEvery === 0) timeScan();
      for (const [mode, { run, before }] of modes) {
        before?.(index, asked[i].q);
        const start = performance.now();
        const found = run(index, asked[i].q, i);
        const took = performance.now() - start;
        if (rounds === 0 && size < warmUpSize) continue;
        times.get(mode)?.[i].push(took);
        const { want } = asked[i];
        /** @type {number[]} */ (hits.get(mode))[i] = found.length;
        if (!want) continue;
        /** @type {boolean[]} */ (recalled.get(mode))[i] = Array.from(found).some((id) =>
          titles[id]?.includes(want),
        );
      }
      if (isOver()) {
        isCut = rounds === 0 && i + 1 < asked.length;
        break;
      }
    }
  }
  const scanMs = takeScanTime();

  for (const [mode] of modes) {
    const measured = asked.map((query, i) => ({
      ...query,
      times: times.get(mode)?.[i] ?? [],
      hasHits: (hits.get(mode)?.[i] ?? 0) > 0,
      isRecalled: recalled.get(mode)?.[i] ?? false,
    }));
    const figures = (/** @type {(query: Query) => boolean} */ isMeant) => {
      const meant = measured.filter((query) => isMeant(query) && query.times.length > 0);
      const each = meant.map((query) => median(query.times) ?? 0);
      const wanted = meant.filter(({ want }) => want);
      return {
        asked: meant.length,
        median_ms: median(each),
        p95_ms: percentile(each, 0.95),
        with_hits: meant.filter(({ hasHits }) => hasHits).length,
        ...(wanted.length > 0
          ? { recalled: wanted.filter(({ isRecalled }) => isRecalled).length }
          : {}),
      };
    };
    const classes = Object.fromEntries(
      [...new Set(asked.map(({ c }) => c))].map((c) => [c, figures((query) => query.c === c)]),
    );
    say({
      mode,
      figures: {
        classes: { ...classes, all: figures(() => true) },
        rounds,
        is_cut: isCut,
        scan_ms: scanMs,
      },
    });
  }
}

for (const group of engine.modes) measureGroup(group);
if (engine.after) say({ after: engine.after(loaded) });
say({ done: true });
