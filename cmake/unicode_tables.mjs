// Makes src/base/unicode_tables.h from the Unicode Character Database (Debian: unicode-data).
//
//     node cmake/unicode_tables.mjs            # writes it
//     node cmake/unicode_tables.mjs --check    # exit 1 where it is not what would be written
//
// UNICODE_DATA  the folder with UnicodeData.txt, Scripts.txt, DerivedNormalizationProps.txt and
//               extracted/DerivedBidiClass.txt (default: /usr/share/unicode)
// The tables are committed, so that a build needs no database; the database never is. One of
// another version than the tables' is said and compared with nothing: what Unicode once said of a
// character's normal form it never changes, but every version adds characters.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const folder = process.env.UNICODE_DATA || '/usr/share/unicode';
const header = fileURLToPath(new URL('../src/base/unicode_tables.h', import.meta.url));
const isCheck = process.argv[2] === '--check';

/** @param {string} name */
function readData(name) {
  const file = join(folder, name);
  if (!existsSync(file)) {
    console.error(`unicode_tables: there is no ${file}; Debian has it in unicode-data`);
    process.exit(1);
  }
  return readFileSync(file, 'utf8');
}

/** Numbers of seven bits a byte, the lowest first; the high bit says that more follow. */
class Numbers {
  /** @type {number[]} */
  bytes = [];
  /** @param {number} number */
  add(number) {
    for (; number >= 0x80; number = Math.floor(number / 0x80))
      this.bytes.push((number % 0x80) | 0x80);
    this.bytes.push(number);
  }
  /** 0, -1, 1, -2, ... as 0, 1, 2, 3, ... @param {number} number */
  addSigned(number) {
    this.add(number < 0 ? -2 * number - 1 : 2 * number);
  }
}

const properties = readData('DerivedNormalizationProps.txt');
const version = /DerivedNormalizationProps-([\d.]+)\.txt/.exec(properties)?.[1] ?? 'unknown';
/** @type {Set<number>} */
const excluded = new Set();
for (const line of properties.split('\n')) {
  const match = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*; Full_Composition_Exclusion/.exec(line);
  if (!match) continue;
  const first = parseInt(match[1], 16);
  for (let value = first; value <= parseInt(match[2] ?? match[1], 16); ++value) excluded.add(value);
}

/** @type {{ composed: number, base: number, mark: number }[]} */
const pairs = [];
/** @type {{ value: number, class: number }[]} */
const classes = [];
/** @type {{ value: number, distance: number }[]} */
const lowered = [];
for (const line of readData('UnicodeData.txt').split('\n')) {
  const fields = line.split(';');
  if (fields.length < 14) continue;
  const value = parseInt(fields[0], 16);
  if (fields[3] !== '0') classes.push({ value, class: Number(fields[3]) });
  if (fields[5] !== '' && !fields[5].startsWith('<')) {
    const [base, mark] = fields[5].split(' ').map((each) => parseInt(each, 16));
    pairs.push({ composed: value, base, mark: mark ?? 0 });
  }
  // ASCII is lowered without a table.
  if (fields[13] !== '' && value >= 0x80) {
    lowered.push({ value, distance: parseInt(fields[13], 16) - value });
  }
}

/** @type {Map<number, number>} */
const frequency = new Map();
for (const { mark } of pairs) if (mark) frequency.set(mark, (frequency.get(mark) ?? 0) + 1);
const marks = [...frequency.keys()].sort(
  (a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0) || a - b,
);

const markBytes = new Numbers();
for (const mark of marks) markBytes.add(mark);

// A column each: they compress better apart.
const composedBytes = new Numbers();
const baseBytes = new Numbers();
const markOfPairBytes = new Numbers();
let before = { composed: 0, base: 0 };
for (const pair of pairs) {
  const mark = pair.mark ? marks.indexOf(pair.mark) + 1 : 0;
  const isTakenApartOnly = pair.mark !== 0 && excluded.has(pair.composed);
  composedBytes.add(pair.composed - before.composed);
  baseBytes.addSigned(pair.base - before.base);
  markOfPairBytes.add(mark * 2 + (isTakenApartOnly ? 1 : 0));
  before = pair;
}

const classBytes = new Numbers();
let end = 0;
for (let i = 0; i < classes.length;) {
  const first = classes[i];
  let count = 1;
  while (
    classes[i + count]?.value === first.value + count &&
    classes[i + count].class === first.class
  ) {
    ++count;
  }
  classBytes.add(first.value - end);
  classBytes.add(count - 1);
  classBytes.add(first.class);
  end = first.value + count;
  i += count;
}

const caseBytes = new Numbers();
end = 0;
for (let i = 0; i < lowered.length;) {
  const first = lowered[i];
  const continues = (/** @type {number} */ count, /** @type {number} */ step) =>
    lowered[i + count]?.value === first.value + count * step &&
    lowered[i + count].distance === first.distance;
  const step = continues(1, 1) ? 1 : 2;
  let count = 1;
  while (continues(count, step)) ++count;
  caseBytes.add(first.value - end);
  caseBytes.add((count - 1) * 2 + (step - 1));
  caseBytes.addSigned(first.distance);
  end = first.value + (count - 1) * step;
  i += count;
}

// What drawing asks of a character: enum class TextKind of base/text_kind.h, in its order.
const [LEFT, NEUTRAL, NUMBER, ARABIC_NUMBER, SIGN, TERMINATOR, SEPARATOR, RIGHT, ARABIC] =
  Array.from({ length: 9 }, (_, kind) => kind);
const [MARK, SHAPED, UNSPACED, REGIONAL, HIDDEN] = [9, 10, 11, 12, 13];
const kindOfClass = new Map([
  ...['ON', 'WS', 'B', 'S'].map((each) => /** @type {const} */ ([each, NEUTRAL])),
  ...['BN', 'LRE', 'LRO', 'RLE', 'RLO', 'PDF', 'LRI', 'RLI', 'FSI', 'PDI'].map(
    (each) => /** @type {const} */ ([each, HIDDEN]),
  ),
  ['L', LEFT],
  ['EN', NUMBER],
  ['AN', ARABIC_NUMBER],
  ['ES', SIGN],
  ['ET', TERMINATOR],
  ['CS', SEPARATOR],
  ['R', RIGHT],
  ['AL', ARABIC],
  ['NSM', MARK],
]);
const SHAPED_SCRIPTS = `Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam
  Sinhala Tibetan Mongolian Balinese Sundanese Batak Javanese Cham Meetei_Mayek Lepcha Limbu
  Buginese Saurashtra Rejang Kayah_Li Syloti_Nagri Phags_Pa Tagalog Hanunoo Buhid Tagbanwa Brahmi
  Kaithi Chakma Sharada Takri Khojki Khudawadi Grantha Tirhuta Siddham Modi Ahom Newa Bhaiksuki
  Marchen Masaram_Gondi Gunjala_Gondi Soyombo Zanabazar_Square Dogra Mahajani Multani Nandinagari
  Makasar Dives_Akuru Kawi Kharoshthi`.split(/\s+/);
const UNSPACED_SCRIPTS = 'Thai Lao Khmer Myanmar Tai_Tham Tai_Viet Tai_Le New_Tai_Lue'.split(' ');

/**
 * Ranges of a file of properties.
 * @param {string} name
 * @param {(first: number, last: number, property: string) => void} range
 */
function readRanges(name, range) {
  for (const line of readData(name).split('\n')) {
    const match = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)(?:\s*#\s*(\w\S))?/.exec(line);
    if (match)
      range(parseInt(match[1], 16), parseInt(match[2] ?? match[1], 16), match[3] + match[4]);
  }
}

/** Of every character; what is not assigned is as what stands before it. @type {number[]} */
const kinds = new Array(0x110000);
readRanges('extracted/DerivedBidiClass.txt', (first, last, property) => {
  const kind = kindOfClass.get(property.slice(0, -2)) ?? LEFT;
  kinds.fill(kind, first, last + 1);
});
readRanges('Scripts.txt', (first, last, property) => {
  // Letters, marks and numbers: signs between words belong to none.
  if (!/(?:L[a-z&]|M[a-z]|N[a-z])$/.test(property)) return;
  const script = property.slice(0, -2);
  for (let value = first; value <= last; ++value) {
    if (kinds[value] !== LEFT && kinds[value] !== MARK) continue;
    if (SHAPED_SCRIPTS.includes(script)) kinds[value] = SHAPED;
    if (UNSPACED_SCRIPTS.includes(script)) kinds[value] = UNSPACED;
  }
});
for (const [first, last, kind] of [
  [0x1100, 0x11ff, SHAPED], // Hangul letters that make up syllables
  [0xa960, 0xa97c, SHAPED],
  [0xd7b0, 0xd7fb, SHAPED],
  [0xe000, 0xf8ff, SHAPED], // private use: what words are drawn by, so its own go as words
  [0x200c, 0x200d, MARK], // joiners
  [0x1f3fb, 0x1f3ff, MARK], // colours of skin
  [0xe0020, 0xe007f, MARK], // tags of flags
  [0x1f1e6, 0x1f1ff, REGIONAL],
]) {
  kinds.fill(kind, first, last + 1);
}
const kindBytes = new Numbers();
let kindRuns = 0;
for (let first = 0; first < 0x110000;) {
  const kind = kinds[first];
  let next = first + 1;
  while (next < 0x110000 && (kinds[next] ?? kind) === kind) ++next;
  kindBytes.add((next - first) * 16 + kind);
  ++kindRuns;
  first = next;
}

/** @param {string} name @param {number[]} bytes */
function array(name, bytes) {
  let text = `inline constexpr unsigned char ${name}[] = {\n`;
  for (let line = '', i = 0; i <= bytes.length; ++i) {
    const next = i < bytes.length ? `${bytes[i]},` : '';
    if (i === bytes.length || line.length + next.length > 98) {
      text += `  ${line}\n`;
      line = '';
    }
    line += next;
  }
  return `${text}};\n`;
}

const text = `// Made by cmake/unicode_tables.mjs from the Unicode Character Database ${version}; not edited.
//
// Rows of numbers of seven bits a byte, the lowest first, where the high bit says that more follow.
// A signed number n is written as 2n, or -2n - 1 where it is negative. unicode.cpp reads them.
#pragma once

namespace lamplight::unicode {

// clang-format off

// The second characters of canonical decompositions, most frequent first.
${array('packed_marks', markBytes.bytes)}
// Canonical decompositions without Hangul, a column each. The character, less the one before:
inline constexpr int pair_count = ${pairs.length};
${array('packed_composed', composedBytes.bytes)}
// ... its base, signed, less the base before:
${array('packed_bases', baseBytes.bytes)}
// ... twice the number of its second character, counted from 1, where 0 is a decomposition to one
// character; plus 1 where the two are never put together again.
${array('packed_marks_of_pairs', markOfPairBytes.bytes)}
// Canonical combining classes: first of a range less the end of the one before; its length less 1;
// its class.
${array('packed_classes', classBytes.bytes)}
// Simple lower case beyond ASCII: first of a range less the last of the one before; twice its count
// less 1, plus 1 where only every second character is meant; the distance to lower case, signed.
${array('packed_cases', caseBytes.bytes)}
// What drawing asks of a character (TextKind of text_kind.h), from the first on: sixteen times how
// many are alike, plus their kind.
inline constexpr int text_kind_runs = ${kindRuns};
${array('packed_text_kinds', kindBytes.bytes)}
// clang-format on

}  // namespace lamplight::unicode
`;

if (!isCheck) {
  writeFileSync(header, text);
  process.exit(0);
}
const there = readFileSync(header, 'utf8');
const made = /Database ([\d.]+);/.exec(there)?.[1];
if (made !== version) {
  console.log(`Unicode here is ${version}, the tables are of ${made}: nothing to compare with`);
} else if (there !== text) {
  console.error('src/base/unicode_tables.h is not what cmake/unicode_tables.mjs makes');
  process.exit(1);
} else {
  console.log(`src/base/unicode_tables.h is what Unicode ${version} makes`);
}
