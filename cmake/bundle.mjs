// Bundles and minifies the page's JavaScript. The modules of web/ are the source; a site gets
//
//     lamplight.js          the way in, which a page names: a few lines
//     catalog_element.js    all that it imports once the page has been painted
//     later_*.js            what that imports when it is wanted: import('./later_printing.js')
//     *_worker.js           one file for each worker
//
// A later module is given what it needs of the others: its file has nothing that the first one has.
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

/** What is asked for while a page runs stays a file of its own. */
const element = 'catalog_element.js';
const names = readdirSync(web);
const later = names.filter((name) => /^later_.*\.js$/.test(name));
const workers = names.filter((name) => name.endsWith('_worker.js'));

/** @type {import('esbuild').Plugin} */
const places = {
  name: 'places',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind, importer }) => {
      if (kind === 'dynamic-import' && [element, ...later].includes(basename(path))) {
        return { path, external: true };
      }
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

// A file that nothing makes any more would be published for ever.
if (existsSync(values.out)) {
  for (const name of readdirSync(values.out)) {
    if (name.endsWith('.js')) rmSync(join(values.out, name));
  }
}

try {
  const { metafile } = await build({
    entryPoints: ['lamplight.js', element, ...later, ...workers].map((name) => join(web, name)),
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
    metafile: true,
    plugins: [places, styles],
  });
  const files = new Map(
    Object.entries(metafile.outputs).map(([file, { inputs }]) => [basename(file), inputs]),
  );
  for (const name of later) {
    const twice = Object.keys(files.get(name) ?? {}).filter((input) => files.get(element)?.[input]);
    if (twice.length > 0) throw new Error(`${name} has what ${element} has, too: ${twice}`);
  }
} catch (error) {
  if (!(error instanceof Error && 'errors' in error)) console.error(`bundle: ${error}`);
  process.exitCode = 1;
}
