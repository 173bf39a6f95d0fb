// Measures our search beside other libraries and prints the table of it (table.mjs); all figures
// go to build/bench/search.json.
//
//     node tests/bench/search/run.mjs [options]      # tests/bench/run.sh search builds what it needs
//
//     --sizes 210,10000,100000,1000000    210 is the flagship itself
//     --engines ours,scan,minisearch,...  default: all
//     --corpora FOLDER    N.jsonl and queries.json from there; default: made into build/bench/corpora
//     --reuse FILE        take from a former search.json what is not measured now; the table says so
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { flagshipSize } from './corpus.mjs';
import { packageVersion, peers, scan } from './peers.mjs';
import { printTable } from './table.mjs';

/**
 * @typedef {import('./engine.mjs').ModeFigures} ModeFigures
 *
 * @typedef {object} Outcome  of one engine on one list
 * @property {string} engine
 * @property {number} size
 * @property {{ms: number, scan_ms: number, memory_bytes: number, heap_grown_bytes: number,
 *   parts?: Record<string, number>} | null} build
 * @property {Record<string, ModeFigures>} modes
 * @property {Record<string, number>} [after]
 * @property {string | null} failed  why it did not get to the end
 * @property {boolean} [is_reused]  from a former run
 */

const buildLimitMs = 120_000;
const wholeLimitMs = 240_000;
// Reading a long list is no part of building.
const readingMs = (/** @type {number} */ size) => (size >= 1_000_000 ? 20_000 : 2_000);

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));
const benchFolder = join(projectFolder, 'build', 'bench');

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '210,10000,100000,1000000' },
    engines: { type: 'string', default: ['ours', 'scan', ...Object.keys(peers)].join(',') },
    corpora: { type: 'string' },
    reuse: { type: 'string' },
  },
});
const sizes = (options.sizes ?? '').split(',').map(Number);
const engines = (options.engines ?? '').split(',');
for (const engine of engines) {
  if (engine !== 'ours' && engine !== 'scan' && !(engine in peers)) {
    console.error(`run: there is no engine ${engine}`);
    process.exit(2);
  }
}

/** Makes the lists that are not there yet. @returns {string} the folder */
function madeCorpora() {
  const folder = join(benchFolder, 'corpora');
  mkdirSync(folder, { recursive: true });
  const make = (/** @type {string} */ file, /** @type {string[]} */ ...commandLine) => {
    if (existsSync(join(folder, file))) return;
    const out = openSync(join(folder, file), 'w');
    execFileSync(join(benchFolder, 'tests', 'bench', 'stress_list'), commandLine, {
      stdio: ['ignore', out, 'inherit'],
    });
    closeSync(out);
  };
  const name = (/** @type {number} */ size) => (size === flagshipSize ? 'flagship' : `${size}`);
  for (const size of sizes) make(`${size}.jsonl`, name(size), '--format', 'jsonl');
  // What shall stand nowhere must not stand in the longest list either.
  make('queries.json', '1000000', '--format', 'queries');
  make(`queries_${flagshipSize}.json`, 'flagship', '--format', 'queries');
  return folder;
}

/**
 * @param {string} engine
 * @param {number} size
 * @param {string} folder
 * @returns {Promise<Outcome>}
 */
function measure(engine, size, folder) {
  /** @type {Outcome} */
  const outcome = { engine, size, build: null, modes: {}, failed: null };
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=8192',
      fileURLToPath(new URL('engine.mjs', import.meta.url)),
      engine,
      `${size}`,
      folder,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let isDone = false;
  const stop = (/** @type {string} */ why) => {
    outcome.failed = why;
    child.kill('SIGKILL');
  };
  const buildTimer = setTimeout(
    () => {
      if (!outcome.build) stop('build over 120 s');
    },
    buildLimitMs + readingMs(size),
  );
  const wholeTimer = setTimeout(() => stop('over 240 s'), wholeLimitMs);
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const step = JSON.parse(line);
      if (step.build) outcome.build = step.build;
      if (step.mode) outcome.modes[step.mode] = step.figures;
      if (step.after) outcome.after = step.after;
      if (step.done) isDone = true;
    }
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints = (complaints + text).slice(-4000);
  });
  return new Promise((resolve) => {
    child.on('close', (status, signal) => {
      clearTimeout(buildTimer);
      clearTimeout(wholeTimer);
      if (!isDone && !outcome.failed) {
        const error = /(heap out of memory|\w*Error[^\n]*)/.exec(complaints)?.[1];
        outcome.failed = error ?? `ended with ${signal ?? status}`;
      }
      resolve(outcome);
    });
  });
}

const folder = options.corpora ?? madeCorpora();
/** @type {Outcome[]} */
const outcomes = [];
const begun = Date.now();
for (const size of sizes) {
  for (const engine of engines) {
    const largest = peers[engine]?.largest ?? Infinity;
    if (size > largest) continue;
    process.stderr.write(`${size} ${engine} ...`);
    const start = Date.now();
    const outcome = await measure(engine, size, folder);
    outcomes.push(outcome);
    process.stderr.write(
      ` ${((Date.now() - start) / 1000).toFixed(0)} s${outcome.failed ? `: ${outcome.failed}` : ''}\n`,
    );
  }
}
if (options.reuse) {
  /** @type {{outcomes: Outcome[]}} */
  const former = JSON.parse(readFileSync(options.reuse, 'utf8'));
  for (const outcome of former.outcomes) {
    const isMeasured = outcomes.some(
      ({ engine, size }) => engine === outcome.engine && size === outcome.size,
    );
    if (!isMeasured) outcomes.push({ ...outcome, is_reused: true });
  }
}

const machine = {
  processors: cpus().length,
  processor: cpus()[0]?.model ?? '',
  node: process.version,
  load: Number(loadavg()[1].toFixed(2)),
  seconds: Math.round((Date.now() - begun) / 1000),
  versions: Object.fromEntries(
    Object.values(peers).map((peer) => [
      peer.package ?? '',
      peer.package ? packageVersion(peer.package) : '',
    ]),
  ),
};
const gives = Object.fromEntries(
  Object.entries({ ...peers, scan }).map(([engine, { title, gives: given }]) => [
    engine,
    { title, gives: given },
  ]),
);
mkdirSync(benchFolder, { recursive: true });
writeFileSync(
  join(benchFolder, 'search.json'),
  `${JSON.stringify({ machine, outcomes }, null, 1)}\n`,
);
process.exitCode = printTable({ machine, outcomes, gives }) ? 0 : 1;
