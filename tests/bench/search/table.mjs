// The figures of run.mjs as Markdown: what each engine took, how many times ours that is, where
// ours spends its time, and which targets are kept.
//
// A ratio is of two times, each first divided by what the plain scan took in the same process: so
// it is the same on a fast machine and a slow one, and nearly so on a busy one.
import { classTitles } from './corpus.mjs';

/**
 * @typedef {import('./run.mjs').Outcome} Outcome
 * @typedef {import('./engine.mjs').ModeFigures} ModeFigures
 *
 * @typedef {object} Report
 * @property {Outcome[]} outcomes
 * @property {Record<string, {title: string, gives: string}>} gives
 * @property {{processors: number, processor: string, node: string, load: number, seconds: number,
 *   versions: Record<string, string>}} machine
 */

const classes = Object.keys(classTitles);
const oursGives = {
  title: '**Lamplight**',
  gives: 'first 50, total, ranked, counts of all facets',
};

const number = (/** @type {number} */ value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);
const figure = (/** @type {number | null | undefined} */ value) =>
  value === null || value === undefined ? '–' : number(value);
const megabytes = (/** @type {number} */ bytes) => number(bytes / 1e6);
/** @param {string[]} cells */
const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
/** @param {string[]} cells */
function header(cells) {
  row(cells);
  row(cells.map(() => '---'));
}
const sizeTitle = (/** @type {number} */ size) =>
  size === 210 ? 'The flagship, 208 works' : `${size.toLocaleString('en')} works`;

/**
 * The figures of one class: misspelt words are asked as the engine forgives them.
 * @param {Outcome} outcome @param {string} kind
 * @returns {{median: number, p95: number, scan: number, recalled?: number, asked: number,
 *   isCut: boolean} | null}
 */
function figuresOf(outcome, kind) {
  const mode =
    kind === 'filter'
      ? outcome.modes.filter
      : kind === 'typo'
        ? (outcome.modes.fuzzy ?? outcome.modes.exact)
        : outcome.modes.exact;
  return modeFigures(mode, kind);
}

/** @param {ModeFigures | undefined} mode @param {string} kind */
function modeFigures(mode, kind) {
  const found = mode?.classes[kind];
  if (!mode || !found || found.median_ms === null || found.p95_ms === null) return null;
  return {
    median: found.median_ms,
    p95: found.p95_ms,
    scan: mode.scan_ms ?? 0,
    recalled: found.recalled,
    asked: found.asked,
    isCut: mode.is_cut,
  };
}

/** @param {Report} report @param {number} size @param {string} engine */
function outcomeOf({ outcomes }, size, engine) {
  return outcomes.find((outcome) => outcome.size === size && outcome.engine === engine);
}

/**
 * How many times ours the engine takes; null where one of both has no figure.
 * @param {Report} report @param {number} size @param {string} engine @param {string} kind
 */
function ratioOf(report, size, engine, kind) {
  const peer = outcomeOf(report, size, engine);
  const ours = outcomeOf(report, size, 'ours');
  if (!peer || !ours) return null;
  if (kind === 'memory') {
    if (!peer.build || !ours.build) return null;
    const ratio = peer.build.memory_bytes / ours.build.memory_bytes;
    return { median: ratio, p95: ratio };
  }
  if (kind === 'build') {
    if (!peer.build || !ours.build) return null;
    const ratio = peer.build.ms / peer.build.scan_ms / (ours.build.ms / ours.build.scan_ms);
    return { median: ratio, p95: ratio };
  }
  const theirs = figuresOf(peer, kind);
  const own = figuresOf(ours, kind);
  if (!theirs || !own) return null;
  const scale = own.scan / theirs.scan;
  return {
    median: (theirs.median / own.median) * scale,
    p95: (theirs.p95 / own.p95) * scale,
  };
}

/** @param {Report} report @param {number} size */
function printTimes(report, size) {
  console.log(`\n### ${sizeTitle(size)}: milliseconds, median / p95\n`);
  header([
    'engine',
    'each query gives',
    'build ms',
    'index MB',
    ...Object.values(classTitles),
    'misspelt words found',
    'facets alone',
  ]);
  for (const outcome of report.outcomes.filter((each) => each.size === size)) {
    const { title, gives } = outcome.engine === 'ours' ? oursGives : report.gives[outcome.engine];
    const cell = (/** @type {string} */ kind) => {
      const found = figuresOf(outcome, kind);
      if (!found) return '–';
      return `${figure(found.median)} / ${figure(found.p95)}${found.isCut ? ' ‡' : ''}`;
    };
    const typos = figuresOf(outcome, 'typo');
    row([
      `${title}${outcome.is_reused ? ' †' : ''}`,
      gives,
      outcome.build ? figure(outcome.build.ms) : (outcome.failed ?? '–'),
      outcome.build ? megabytes(outcome.build.memory_bytes) : '–',
      ...classes.map(cell),
      typos ? `${typos.recalled ?? 0} of ${typos.asked}` : '–',
      cell('filter'),
    ]);
  }
}

/** @param {Report} report @param {number} size */
function printRatios(report, size) {
  const isThere = outcomeOf(report, size, 'ours')?.build;
  if (!isThere || report.outcomes.filter((each) => each.size === size).length < 2) return;
  console.log(`\n### ${sizeTitle(size)}: times ours, median / p95\n`);
  header(['engine', 'build', 'memory', ...Object.values(classTitles), 'facets alone']);
  for (const outcome of report.outcomes) {
    if (outcome.size !== size || outcome.engine === 'ours') continue;
    const one = (/** @type {string} */ kind) =>
      figure(ratioOf(report, size, outcome.engine, kind)?.median);
    const both = (/** @type {string} */ kind) => {
      const ratio = ratioOf(report, size, outcome.engine, kind);
      return ratio ? `${figure(ratio.median)} / ${figure(ratio.p95)}` : '–';
    };
    row([
      `${report.gives[outcome.engine].title}${outcome.is_reused ? ' †' : ''}`,
      one('build'),
      one('memory'),
      ...classes.map(both),
      both('filter'),
    ]);
  }
}

/** @param {Report} report */
function printOurs({ outcomes }) {
  const ours = outcomes.filter(({ engine, build }) => engine === 'ours' && build);
  if (ours.length === 0) return;
  console.log('\n### Where ours spends its time: milliseconds, median / p95 of all queries\n');
  console.log('The floor is a bare inverted index in the same module: it counts matches, no more.');
  console.log('Each part is the difference of two timed runs of the same query.\n');
  const timed = (/** @type {ModeFigures | undefined} */ mode, kind = 'all') => {
    const found = modeFigures(mode, kind);
    return found ? `${figure(found.median)} / ${figure(found.p95)}` : '–';
  };
  header([
    'works',
    'floor',
    'which works',
    'and the first 50 in order',
    'and all facet counts',
    'times the floor: postings, order, facets, all',
    'every key of a typed word',
    'completions',
    'nearest spellings',
  ]);
  for (const { size, modes } of ours) {
    const medians = ['floor', 'postings', 'ordered', 'exact'].map(
      (mode) => modeFigures(modes[mode], 'all')?.median ?? NaN,
    );
    const [floor, postings, ordered, all] = medians;
    row([
      size.toLocaleString('en'),
      timed(modes.floor),
      timed(modes.postings),
      timed(modes.ordered),
      timed(modes.exact),
      [postings, ordered - postings, all - ordered, all]
        .map((part) => number(Math.max(0, part) / floor))
        .join(', '),
      timed(modes.typing, 'keys'),
      timed(modes.suggest, 'prefix'),
      timed(modes.spelling, 'typo'),
    ]);
  }
  console.log('\n### Times the floor by class, median / p95\n');
  console.log('The floor finds nothing for what stands nowhere; ours looks for what was meant.\n');
  header(['works', ...Object.values(classTitles)]);
  for (const { size, modes } of ours) {
    row([
      size.toLocaleString('en'),
      ...classes.map((kind) => {
        const floor = modeFigures(modes.floor, kind);
        const all = modeFigures(modes.exact, kind);
        if (!floor || !all) return '–';
        return `${figure(all.median / floor.median)} / ${figure(all.p95 / floor.p95)}`;
      }),
    ]);
  }
  console.log('\n### What ours builds\n');
  const partNames = Object.keys(ours[0].build?.parts ?? {});
  header([
    'works',
    'build ms',
    'in steps: ms',
    'steps',
    'longest step ms',
    'heap MB before and after',
    'heap grown MB (peak)',
    ...partNames.map((part) => `${part} MB`),
  ]);
  for (const { size, build, after } of ours) {
    if (!build) continue;
    row([
      size.toLocaleString('en'),
      figure(build.ms),
      figure(after?.stepwise_build_ms),
      figure(after?.steps),
      figure(after?.longest_step_ms),
      `+${megabytes(build.memory_bytes)}`,
      `+${megabytes(build.heap_grown_bytes)}`,
      ...partNames.map((part) => megabytes(build.parts?.[part] ?? 0)),
    ]);
  }
}

/** What the project promises: at least `least` times ours. */
const targets = [
  ...['single', 'prefix', 'and2'].map((kind) => ({
    size: 1_000_000,
    engine: 'minisearch',
    kind,
    least: 20,
  })),
  { size: 1_000_000, engine: 'minisearch', kind: 'build', least: 10 },
  { size: 1_000_000, engine: 'minisearch', kind: 'memory', least: 6 },
  { size: 100_000, engine: 'ufuzzy', kind: 'typo', least: 10 },
  { size: 100_000, engine: 'itemsjs', kind: 'filter', least: 50 },
];
/** @type {Record<string, string>} */
const kindTitles = { ...classTitles, filter: 'facets alone', build: 'build', memory: 'memory' };

/** @param {Report} report @returns {boolean} */
function printTargets(report) {
  let isKept = true;
  console.log('\n### Targets\n');
  header(['works', 'what', 'against', 'at least', 'median', 'p95', '']);
  const judge = (/** @type {boolean | null} */ isMet) => {
    if (isMet === null) return 'not measured';
    isKept &&= isMet;
    return isMet ? 'kept' : '**MISSED**';
  };
  for (const { size, engine, kind, least } of targets) {
    const ratio = ratioOf(report, size, engine, kind);
    const isOne = kind === 'build' || kind === 'memory';
    row([
      size.toLocaleString('en'),
      kindTitles[kind],
      report.gives[engine].title,
      `${least} times`,
      figure(ratio?.median),
      isOne ? '' : figure(ratio?.p95),
      judge(ratio && ratio.median >= least && ratio.p95 >= least),
    ]);
  }
  const ours = outcomeOf(report, 100_000, 'ours');
  const typos = ours ? figuresOf(ours, 'typo') : null;
  row([
    (100_000).toLocaleString('en'),
    'misspelt words found among the first 50',
    '',
    'all',
    typos ? `${typos.recalled ?? 0} of ${typos.asked}` : '–',
    '',
    judge(typos && typos.recalled === typos.asked),
  ]);
  return isKept;
}

/**
 * Prints all. False: a target is missed.
 * @param {Report} report
 */
export function printTable(report) {
  const { machine, outcomes } = report;
  const sizes = [...new Set(outcomes.map(({ size }) => size))].sort((a, b) => a - b);
  console.log('## Search beside other libraries\n');
  console.log(
    `${machine.processors} processors (${machine.processor}), Node ${machine.node}, load ` +
      `${machine.load}; measured in ${machine.seconds} s. ` +
      Object.entries(machine.versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', ') +
      '. Every engine in a process of its own, beside the plain scan; ratios are of times divided ' +
      'by that of the scan in the same process. Misspelt words are asked with what the engine has ' +
      'for them.',
  );
  if (outcomes.some(({ is_reused }) => is_reused)) {
    console.log('\n† not measured now: taken from a former run.');
  }
  if (outcomes.some(({ modes }) => Object.values(modes).some(({ is_cut }) => is_cut))) {
    console.log('\n‡ out of time before every query was asked; classes are evenly covered.');
  }
  for (const size of sizes) printTimes(report, size);
  for (const size of sizes) printRatios(report, size);
  printOurs(report);
  return printTargets(report);
}
