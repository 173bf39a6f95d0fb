// The sources that cmake/web.cmake names as hot are compiled for speed: of all flags for
// optimizing, the last one wins. Ends with `N passed, N failed`.
//
//     node tests/hot_sources_test.mjs build/web/compile_commands.json
import { readFileSync } from 'node:fs';

const script = readFileSync(new URL('../cmake/web.cmake', import.meta.url), 'utf8');
const names =
  /foreach\(hot IN ITEMS ([^)]*)\)/.exec(script)?.[1].split(/\s+/).filter(Boolean) ?? [];
const hot = [...names.map((name) => `src/search/${name}.cpp`), 'src/base/string_index.cpp'];

/** @type {{ file: string, command: string }[]} */
const commands = JSON.parse(readFileSync(process.argv[2], 'utf8'));
/** The last flag for optimizing that a source is compiled with. @param {string} file */
function optimization(file) {
  const entry = commands.find((each) => each.file.endsWith(`/${file}`));
  return entry
    ? (entry.command
        .match(/ -O\S+/g)
        ?.at(-1)
        ?.trim() ?? 'nothing')
    : 'no compiler';
}

let failed = 0;
/** @param {string} what @param {boolean} isRight @param {string} found */
function claim(what, isRight, found) {
  if (!isRight) ++failed;
  console.log(isRight ? `ok      ${what}` : `FAILED  ${what}: it is compiled with ${found}`);
}
for (const file of hot) {
  const found = optimization(file);
  claim(`${file} is compiled for speed`, found === '-O2', found);
}
// What is not hot is compiled for size: the flags do not come out the same for all.
const cold = optimization('src/search/suggest.cpp');
claim('src/search/suggest.cpp is compiled for size', cold === '-Oz', cold);
console.log(`${hot.length + 1 - failed} passed, ${failed} failed`);
process.exitCode = failed || names.length === 0 ? 1 : 0;
