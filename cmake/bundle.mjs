// Bundles and minifies the page's JavaScript. The modules of web/ are the source; a site gets
//
//     lamplight.js          the way in, which a page names: a few lines
//     catalog_element.js    all that it imports once the page has been painted
//     *_worker.js           one file for each worker
//
//     node cmake/bundle.mjs --modules build/web/modules --out build/web/dist
//
// A module that web/ does not have is one that Emscripten made: it is looked for in --modules, which
// may be given more than once.
// --instead boundary.js=FILE puts FILE in the place of a module, for all but FILE itself.
// Exit: 0 done, 1 not (esbuild has said why).
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

import { build, transform } from 'esbuild';

const web = fileURLToPath(new URL('../web/', import.meta.url));
const { values } = parseArgs({
  options: {
    modules: { type: 'string', multiple: true, default: /** @type {string[]} */ ([]) },
    out: { type: 'string', default: '' },
    instead: { type: 'string', default: '=' },
  },
});
const [replaced, replacement] = values.instead.split('=');

/** The way in stays a file of its own: what it imports is asked for after the first paint. */
const element = './catalog_element.js';

/** @type {import('esbuild').Plugin} */
const places = {
  name: 'places',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind, importer }) => {
      if (kind === 'dynamic-import' && path === element) return { path, external: true };
      const isReplacement = replacement !== '' && importer === resolve(replacement);
      if (basename(path) === replaced && !isReplacement) return { path: resolve(replacement) };
      const places = [
        join(resolveDir, path),
        ...values.modules.map((folder) => resolve(folder, basename(path))),
      ];
      return { path: places.find((place) => existsSync(place)) ?? places[0] };
    });
  },
};

/**
 * A style sheet within a module is minified as one outside: its comments are for us.
 * @type {import('esbuild').Plugin}
 */
const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /_style\.js$/ }, async ({ path }) => {
      const [, before, css, after] =
        /^(.*const css = `)([^`]*)(`.*)$/s.exec(readFileSync(path, 'utf8')) ?? [];
      const { code } = await transform(css, { loader: 'css', minify: true, target: 'es2022' });
      return { contents: before + code.trim() + after };
    });
  },
};

const workers = readdirSync(web).filter((name) => name.endsWith('_worker.js'));
// A file that nothing makes any more would be published for ever.
if (existsSync(values.out)) {
  for (const name of readdirSync(values.out)) {
    if (name.endsWith('.js')) rmSync(join(values.out, name));
  }
}
try {
  await build({
    entryPoints: ['lamplight.js', basename(element), ...workers].map((name) => join(web, name)),
    outdir: values.out,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    // What Emscripten's code asks for where it is no browser.
    external: ['module', 'fs', 'path', 'url', 'node:*'],
    logLevel: 'warning',
    plugins: [places, styles],
  });
} catch {
  process.exitCode = 1;
}
