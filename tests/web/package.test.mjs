// The package for npm: packed as it would be published, and used as it would be, without a bundler,
// with Vite and with webpack, none of which is told anything about it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { startServer } from '../../web/serve.mjs';
import {
  buildFolder,
  projectFolder,
  settled,
  test,
  untilReady,
  watchForReady,
} from './harness.mjs';

const tools = join(projectFolder, 'tests', 'package');
const work = join(buildFolder, 'package-tests', String(process.pid));
const packed = join(work, 'node_modules', 'lamplight-catalog');

/** @param {string} command @param {string[]} given @param {string} folder */
const run = (command, given, folder) =>
  execFileSync(command, given, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The package as who installs it gets it, beside the bundlers; made once. */
let made = '';
function makePackage() {
  if (made) return made;
  const lock = join(tools, 'node_modules', '.package-lock.json');
  if (
    !existsSync(lock) ||
    statSync(lock).mtimeMs < statSync(join(tools, 'package-lock.json')).mtimeMs
  ) {
    run('npm', ['ci', '--no-audit', '--no-fund'], tools);
  }
  rmSync(work, { recursive: true, force: true });
  mkdirSync(packed, { recursive: true });
  run(
    process.execPath,
    ['cmake/package.mjs', '--out', join(work, 'package'), '--version', '0.1.0'],
    projectFolder,
  );
  const [{ filename, size, unpackedSize, files }] = JSON.parse(
    run('npm', ['pack', '--json', join(work, 'package')], work),
  );
  console.log(
    `      ${filename}: ${size} bytes, unpacked ${unpackedSize} in ${files.length} files`,
  );
  run('tar', ['xzf', filename, '-C', packed, '--strip-components=1'], work);
  for (const name of ['react', 'react-dom', 'scheduler']) {
    symlinkSync(join(tools, 'node_modules', name), join(work, 'node_modules', name));
  }
  process.once('exit', () => rmSync(work, { recursive: true, force: true }));
  return (made = filename);
}

/** What a bundler exports. @param {string} name @returns {Promise<any>} */
const tool = (name) => {
  const require = createRequire(join(tools, 'package.json'));
  return import(pathToFileURL(require.resolve(name)).href);
};

const list =
  '# Two things\n\n## Tools\n\n- [Ant](https://ant.example/) digs\n- [Bee](https://bee.example/) flies\n';

/** A page of somebody's own. @param {string} name @param {string} script @param {string} [body] */
function makeApp(
  name,
  script,
  body = '<lamplight-catalog id="one" src="list.md" height="400"></lamplight-catalog>',
) {
  makePackage();
  const folder = join(work, name);
  mkdirSync(join(folder, 'public'), { recursive: true });
  // As npm leaves it: what an app needs lies in its own folder.
  if (!existsSync(join(folder, 'node_modules'))) {
    symlinkSync(join(work, 'node_modules'), join(folder, 'node_modules'));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'public', 'list.md'), list);
  writeFileSync(join(folder, 'main.js'), script);
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>App</title><link rel="icon" href="data:,">
<h1>An app</h1>${body}<script type="module" src="./main.js"></script></html>\n`,
  );
  return folder;
}

/**
 * The list is read, searched and exported: the module, the reader in its worker and what comes later
 * were all found.
 * @param {import('./harness.mjs').Fixture} t
 * @param {string} url
 */
async function assertWorks(t, url) {
  await t.context.route(
    (asked) => asked.host === new URL(url).host,
    (route) => route.continue(),
  );
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(url);
  await untilReady(page);
  await page.getByRole('combobox', { name: 'Search', exact: true }).fill('digs');
  await settled(page);
  assert.equal(
    await page
      .getByRole('status')
      .filter({ hasText: /works?$/ })
      .first()
      .textContent(),
    '1 of 2 works',
  );
  const text = await page
    .locator('#one')
    .evaluate((element) => /** @type {any} */ (element).export('markdown'));
  assert.match(text, /Ant/);
  assert.doesNotMatch(text, /Bee/);
  return page;
}

test('the package works from a script element, without a bundler', async (t) => {
  const folder = makeApp('plain', "import '../node_modules/lamplight-catalog/index.js';\n");
  cpSync(join(folder, 'public', 'list.md'), join(folder, 'list.md'));
  const server = await startServer({ root: work });
  await assertWorks(t, `${server.url}plain/index.html`);
  await server.close();
});

test('the package works from Vite, built and while it serves', async (t) => {
  const folder = makeApp('vite', "import 'lamplight-catalog';\n");
  const { build, createServer } = await tool('vite');
  await build({ root: folder, logLevel: 'warn', base: './', configFile: false });
  const server = await startServer({ root: join(folder, 'dist') });
  await assertWorks(t, `${server.url}index.html`);
  await server.close();
  const serving = await createServer({
    root: folder,
    logLevel: 'warn',
    configFile: false,
    server: { host: 'localhost', port: 0 },
  });
  await serving.listen();
  await assertWorks(t, serving.resolvedUrls.local[0]);
  await serving.close();
});

test('the package works from webpack', async (t) => {
  const folder = makeApp('webpack', "import 'lamplight-catalog';\n");
  const { default: webpack } = await tool('webpack');
  const stats = await new Promise((resolve, reject) =>
    webpack(
      {
        context: folder,
        entry: './main.js',
        mode: 'production',
        output: { path: join(folder, 'public') },
      },
      (/** @type {Error | null} */ error, /** @type {any} */ done) =>
        error ? reject(error) : resolve(done),
    ),
  );
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  const told = warnings.filter(
    (/** @type {{ message: string }} */ { message }) => !/size limit|performance/i.test(message),
  );
  assert.deepEqual([errors, told], [[], []]);
  writeFileSync(
    join(folder, 'public', 'index.html'),
    readFileSync(join(folder, 'index.html'), 'utf8').replace(
      'type="module" src="./main.js"',
      'src="main.js"',
    ),
  );
  const server = await startServer({ root: join(folder, 'public') });
  await assertWorks(t, `${server.url}index.html`);
  await server.close();
});

test("the React page of the package's README drives the element and hears it", async (t) => {
  const readme = readFileSync(join(projectFolder, 'web', 'package', 'README.md'), 'utf8');
  const page = /```jsx\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  assert.match(page, /lamplight-catalog/);
  const folder = makeApp('react', page, '<div id="root"></div>');
  writeFileSync(join(folder, 'public', 'README.md'), list);
  cpSync(join(folder, 'main.js'), join(folder, 'main.jsx'));
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), html.replace('main.js', 'main.jsx'));
  const { build } = await tool('vite');
  await build({
    root: folder,
    logLevel: 'warn',
    base: './',
    configFile: false,
    esbuild: { jsx: 'automatic' },
  });
  const server = await startServer({ root: join(folder, 'dist') });
  await t.context.route(
    (asked) => asked.host === new URL(server.url).host,
    (route) => route.continue(),
  );
  const tab = await t.context.newPage();
  await watchForReady(tab);
  await tab.goto(`${server.url}index.html`);
  await untilReady(tab);
  const field = tab.getByRole('combobox', { name: 'Search', exact: true });
  assert.equal(await field.inputValue(), 'protein');
  await field.click();
  await tab.keyboard.press('Control+A');
  await tab.keyboard.type('digs');
  await settled(tab);
  assert.equal(await field.inputValue(), 'digs');
  assert.ok(await tab.getByText('Asked: digs').isVisible());
  assert.equal(
    await tab
      .getByRole('status')
      .filter({ hasText: /works?$/ })
      .first()
      .textContent(),
    '1 of 2 works',
  );
  await server.close();
});

test('the types that come with it are those of the element', async () => {
  makePackage();
  const folder = join(work, 'types');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'host.ts'),
    `import { defined, type FoundWork } from 'lamplight-catalog';
await defined;
const atlas = document.querySelector('lamplight-catalog')!;
atlas.query = 'has:code';
const works: FoundWork[] = await atlas.search('protein');
const text: string = await atlas.export('bibtex');
atlas.addEventListener('lamplight-select', ({ detail }) => console.log(detail.work?.heading, works, text));
// @ts-expect-error there is no such format
await atlas.export('word');
// @ts-expect-error an attribute is a text
atlas.height = 400;
`,
  );
  // What is declared, the element has.
  writeFileSync(
    join(folder, 'same.ts'),
    `import type { LamplightCatalog } from '${join(projectFolder, 'web', 'catalog_element.js')}';
import type { LamplightCatalogElement } from 'lamplight-catalog';
declare const made: LamplightCatalog;
export const declared: LamplightCatalogElement = made;
`,
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        allowJs: true,
        skipLibCheck: false,
        target: 'ES2022',
        module: 'ES2022',
        moduleResolution: 'bundler',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        types: [],
      },
      files: ['host.ts', 'same.ts'],
    }),
  );
  const compiler = join(projectFolder, 'tests', 'web', 'node_modules', 'typescript', 'bin', 'tsc');
  assert.equal(run(process.execPath, [compiler, '-p', folder], folder), '');
});
