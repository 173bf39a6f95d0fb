// Parts the page's module into what the first frame calls and the rest, which a page loads behind it
// (web/module_parts.js). wasm-split of Binaryen, which Emscripten brings, does the work; what the
// first frame calls, the module itself tells: built with counters, it shows some lists, on a window
// and on a phone, light and dark, until there is nothing more to draw.
//
//     node cmake/split_module.mjs --viewer build/web/modules/lamplight_web \
//       --reader build/web/modules/lamplight_reader --first first.wasm --rest rest.wasm
//
// --viewer and --reader are modules as Emscripten leaves them, .js and .wasm. The viewer's functions have names (--profiling-funcs), the parts' have none. The lists are the
// flagship of data/ with its profile, and those of tests/golden without one. What a first
// frame calls beyond that (a page makes sure that it is there, and waits for it) costs time, no more.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

import { Boundary, FRAME } from '../web/boundary.js';
import { FIRST_PART, STAND_INS } from '../web/module_parts.js';
import { readBlock } from '../web/reader_boundary.js';
import { openModule } from './bare_modules.mjs';

const project = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
  options: {
    viewer: { type: 'string', default: '' },
    reader: { type: 'string', default: '' },
    'wasm-split': { type: 'string', default: 'wasm-split' },
    first: { type: 'string', default: '' },
    rest: { type: 'string', default: '' },
  },
});

/** What cmake/web.cmake lets the compiler use. */
const FEATURES = ['sign-ext', 'bulk-memory', 'nontrapping-float-to-int', 'mutable-globals'];
const WINDOWS = [
  { width: 1440, height: 900, density: 1, hasHover: true },
  { width: 390, height: 844, density: 2, hasHover: false },
];
const COUNTS_BYTES = 1 << 20;

/** @param {...string} options */
function split(...options) {
  const features = FEATURES.map((name) => `--enable-${name}`);
  execFileSync(values['wasm-split'], [`${values.viewer}.wasm`, ...features, ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const counting = `${values.first}.counting`;
const counts = `${values.first}.counts`;
mkdirSync(dirname(values.first), { recursive: true });
split('--instrument', '-o', counting);
const createViewer = await openModule(values.viewer, counting);
const createReader = await openModule(values.reader);

/** Letters of some size. @param {() => DataView} memory @returns {import('../web/lamplight_web.js').GlyphSource} */
const lettersIn = (memory) => ({
  measureFace(_face, pixels, out) {
    memory().setFloat32(out, pixels, true); // ascent
    memory().setFloat32(out + 4, pixels / 4, true); // descent
  },
  measure(_face, pixels, codePoint, out) {
    memory().setFloat32(out, pixels / 2, true); // advance
    memory().setInt32(out + 8, -Math.round(pixels / 2), true); // top
    memory().setInt32(out + 12, Math.round(pixels / 2), true); // width
    memory().setInt32(out + 16, Math.round(pixels / 2), true); // height
    memory().setInt32(out + 20, 1, true); // oversample
    memory().setInt32(out + 24, Number(codePoint > 0x1f000), true); // coloured
  },
  copy() {},
  findWords() {},
});

/** @type {Awaited<ReturnType<typeof createViewer>>[]} */
const viewers = [];

/**
 * @param {{ file: string, date: string }[]} lists
 * @param {string} [profile]
 */
async function show(lists, profile) {
  /** @type {import('../web/lamplight_web.js').LamplightModule | undefined} */
  let module;
  const memory = () => new DataView(/** @type {any} */ (module).HEAPU8.buffer);
  const viewer = await createViewer({ glyphs: lettersIn(memory) });
  module = /** @type {import('../web/lamplight_web.js').LamplightModule} */ (viewer.module);
  viewers.push(viewer);
  const boundary = new Boundary(module, () => {});
  if (profile) boundary.loadProfile(readFileSync(profile, 'utf8'));
  boundary.expectSnapshots(lists.map(({ date }) => date));
  const reading = await createReader({});
  const block = readBlock(reading.module, readFileSync(lists[0].file), '');
  try {
    boundary.loadBlock(lists[0].date, block);
  } catch {
    return; // some have no entry
  }
  boundary.stateKeys();
  boundary.openUrl('');
  boundary.setTheme(0);
  // So many that whatever holds them grows.
  boundary.setPageLinks([
    ['Plain page', '?plain'],
    ...['News', 'Call for papers', 'Survey', 'Cite', 'Contents', 'Thanks', 'Licence'].map(
      (heading) => /** @type {[string, string]} */ ([heading, `?plain#${heading}`]),
    ),
  ]);
  boundary.setOwn('saved\tnone\n');
  let seconds = 0;
  for (const { width, height, density, hasHover } of WINDOWS) {
    for (const isDark of [false, true]) {
      boundary.resize(width, height, density);
      boundary.setEnvironment(isDark, false, hasHover, 0);
      boundary.setPalette({ isDark, colors: [0, 0, 0, 0, 0, 0], radius: -1 });
      boundary.theme();
      boundary.forgetGlyphs();
      // As the canvas takes over from the page, at its beginning and further down.
      const { works } = boundary.listWorks(0, 20);
      boundary.reveal(works[isDark ? works.length - 1 : 0].id, height / 2);
      for (let wantsMore = true; wantsMore; seconds += 1 / 60) {
        const { flags } = boundary.drawFrame(seconds);
        if (flags & FRAME.treeChanged) boundary.tree();
        if (flags & FRAME.hasEffects) boundary.takeEffects();
        if (flags & FRAME.titleChanged) boundary.title();
        wantsMore = (flags & FRAME.wantsAnother) !== 0;
      }
    }
  }
  boundary.missingSnapshot();
  boundary.url();
  boundary.listWorks(0, 50);
}

/** Every input.md below a folder. @param {string} folder @returns {string[]} */
function inputsBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return inputsBelow(path);
    return entry.name === 'input.md' ? [path] : [];
  });
}

const lists = readdirSync(join(project, 'data', 'lists')).filter((name) => name.endsWith('.md'));
await show(
  lists
    .sort()
    .reverse()
    .map((name) => ({ file: join(project, 'data', 'lists', name), date: name.slice(0, -3) })),
  join(project, 'data', 'profile.json'),
);
for (const file of inputsBelow(join(project, 'tests', 'golden'))) await show([{ file, date: '' }]);

/** @type {string[]} */
const told = [];
viewers.forEach(({ module, parts }, index) => {
  // What was counted is written into the module's own memory.
  const answer = module._lamplight_buffer_allocate(COUNTS_BYTES) >>> 0;
  const place = new DataView(module.HEAPU8.buffer).getUint32(answer + 4, true);
  const { __write_profile: write } = /** @type {any} */ (parts.first).exports;
  const length = write(place, COUNTS_BYTES);
  told.push(`${counts}.${index}`);
  writeFileSync(told[index], module.HEAPU8.slice(place, place + length));
});
execFileSync(values['wasm-split'], ['--merge-profiles', ...told, '-o', counts]);
split(
  ...['--split', `--profile=${counts}`, '-o1', values.first, '-o2', values.rest],
  ...[`--placeholder-namespace=${STAND_INS}`, `--import-namespace=${FIRST_PART}`],
  '--export-prefix=%',
);
for (const file of [counting, counts, ...told]) rmSync(file);
