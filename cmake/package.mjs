// Makes the package for npm: what a page or a bundler needs to show lists, from what the web build
// left (cmake/web.cmake).
//
//     node cmake/package.mjs --dist build/web/dist --out build/package --version 0.1.0
//     npm pack build/package
//
// Exit: 0 done, 1 a file is missing.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: join(project, 'build/web/dist') },
    out: { type: 'string', default: join(project, 'build/package') },
    version: { type: 'string', default: '0.0.0' },
  },
});

const manifest = {
  name: 'lamplight-catalog',
  version: values.version,
  description: 'A curated list as a fast, searchable atlas: the element <lamplight-catalog>.',
  license: 'MIT',
  type: 'module',
  main: './index.js',
  types: './index.d.ts',
  exports: {
    '.': { types: './index.d.ts', default: './index.js' },
    './*': './*',
  },
  // Importing it defines the element.
  sideEffects: true,
};

rmSync(values.out, { recursive: true, force: true });
mkdirSync(values.out, { recursive: true });
// A site's page and its style are for the command line.
const ours = (/** @type {string} */ name) => /\.(js|wasm)$|^THIRD_PARTY\.txt$/.test(name);
for (const name of readdirSync(values.dist).filter(ours)) {
  copyFileSync(join(values.dist, name), join(values.out, name));
}
const sources = join(project, 'web', 'package');
for (const name of readdirSync(sources)) copyFileSync(join(sources, name), join(values.out, name));
copyFileSync(join(project, 'LICENSE'), join(values.out, 'LICENSE'));
writeFileSync(join(values.out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
