// Fonts of many scripts for a test's site: Debian's Noto fonts, served by the site itself, so that
// the system's choice of fonts stays as it is for all other tests.
//
//     test('...', { site: () => makeScriptSite('scripts', list) }, ...)
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from './harness.mjs';
import { makeSite } from './sites.mjs';

const SCRIPTS = `Arabic Hebrew Syriac Thaana NKo Devanagari Bengali Tamil Sinhala Thai Khmer Myanmar`;

/** The fonts there are, in the order in which a sign is looked for. */
const fonts = [
  ['Noto Sans', 'NotoSans'],
  ...SCRIPTS.split(' ').map((script) => [`Noto Sans ${script}`, `NotoSans${script}`]),
  ['Noto Serif Tibetan', 'NotoSerifTibetan'],
];

/** @param {string} name of a dependency of cmake/get-deps.sh */
function folderOf(name) {
  const script = join(projectFolder, 'cmake', 'get-deps.sh');
  return execFileSync(script, [name], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/**
 * A site of the list whose page is set in those fonts, without kerning.
 * @param {string} name
 * @param {string} list
 */
export function makeScriptSite(name, list) {
  const site = makeSite(name, { 'list.md': list });
  const [texts, emoji] = ['fonts', 'emoji-font'].map(folderOf);
  mkdirSync(join(site, 'fonts'));
  const faces = [];
  for (const [family, file] of fonts) {
    for (const [style, weights] of /** @type {const} */ ([
      ['Regular', '100 500'],
      ['Bold', '600 900'],
    ])) {
      // Some have one weight: the browser makes the other.
      if (!existsSync(join(texts, `${file}-${style}.ttf`))) continue;
      cpSync(join(texts, `${file}-${style}.ttf`), join(site, 'fonts', `${file}-${style}.ttf`));
      faces.push(
        `@font-face { font-family: "${family}"; font-weight: ${weights};` +
          ` src: url(fonts/${file}-${style}.ttf); }`,
      );
    }
  }
  cpSync(join(emoji, 'NotoColorEmoji.ttf'), join(site, 'fonts', 'NotoColorEmoji.ttf'));
  faces.push('@font-face { font-family: "Noto Emoji"; src: url(fonts/NotoColorEmoji.ttf); }');
  const families = [...fonts.map(([family]) => family), 'Noto Emoji'];
  const stack = families.map((family) => `"${family}"`).join(', ');
  const style =
    `<style>${faces.join('\n')}\nbody, lamplight-catalog { font-family: ${stack}; }\n` +
    '* { font-kerning: none; }</style>';
  const index = join(site, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace('</head>', `${style}</head>`));
  return site;
}
