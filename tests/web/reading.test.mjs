// How a list reaches the page: as a block where the site has one, else read from its Markdown in a
// worker, while the page stays alive and the served list readable.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildFolder, heardEvents, settled, test, untilReady, watchForReady } from './harness.mjs';
import { countText, noticeText, staticRowsShown } from './reader.mjs';
import { makeVariant } from './sites.mjs';

const block = 'lists/2024-03-11.block';
const flagshipBlock = () => readFileSync(join(buildFolder, 'site', block));

/** A list of `count` works. @param {number} count @param {string} [word] */
function makeList(count, word = 'Work') {
  const entries = Array.from(
    { length: count },
    (_, i) => `- ${word} ${i}: a thing of its own [[Code]](https://example.org/${i})\n`,
  );
  return `# Made up\n\n## Things\n\n${entries.join('')}`;
}

/** A page of its own for some lists. @param {string} name @param {Record<string, string>} lists @param {string[]} [removed] */
const pageOf =
  (name, lists, removed = []) =>
  () => {
    const folder = makeVariant(`reader-${name}`, removed);
    for (const [file, text] of Object.entries(lists)) writeFileSync(join(folder, file), text);
    const elements = Object.keys(lists).map(
      (file) =>
        `<lamplight-catalog src="${file}" height="400"><p>Served: ${file}</p></lamplight-catalog>`,
    );
    writeFileSync(
      join(folder, 'own.html'),
      `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Own page</title><body>
${elements.join('\n')}
<script type="module" src="lamplight.js"></script></body></html>`,
    );
    return folder;
  };

/** @param {import('./harness.mjs').Fixture} t */
async function openOwn(t) {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(new URL('own.html', t.url).href);
  return page;
}

/** @param {import('playwright-core').Page} page */
const untilFailed = (page) =>
  page.waitForFunction(() =>
    /** @type {any} */ (window).heardEvents.some(
      (/** @type {{type: string}} */ event) => event.type === 'error',
    ),
  );

test('a site is shown from its blocks: no Markdown is fetched, and no reader', async (t) => {
  const page = await t.open();
  assert.equal(await countText(page), '208 works');
  assert.ok(t.requested.some((path) => path.endsWith(block)));
  assert.deepEqual(
    t.requested.filter((path) => /\.md$|reader/.test(path)),
    [],
  );
});

test(
  'a list named by its address alone is read in a worker',
  { site: pageOf('alone', { 'list.md': makeList(3) }) },
  async (t) => {
    const page = await openOwn(t);
    await untilReady(page);
    assert.equal(await countText(page), '3 works');
    assert.ok(t.requested.some((path) => path.endsWith('lamplight_reader.wasm')));
  },
);

test(
  'a text that a page hands over is read in a worker',
  { site: pageOf('text', { 'list.md': makeList(3) }) },
  async (t) => {
    const page = await openOwn(t);
    await untilReady(page);
    await page.evaluate(
      (text) => /** @type {any} */ (document.querySelector('lamplight-catalog')).load(text),
      makeList(5),
    );
    await settled(page);
    assert.equal(await countText(page), '5 works');
  },
);

for (const [name, spoil] of /** @type {[string, (bytes: Buffer) => Buffer][]} */ ([
  [
    'of another version',
    (bytes) =>
      Buffer.concat([bytes.subarray(0, 8), Buffer.from([99, 0, 0, 0]), bytes.subarray(12)]),
  ],
  ['cut short', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['that is a web page', () => Buffer.from('<!doctype html><title>Not here</title>')],
])) {
  test(
    `a block ${name} is passed over: the Markdown is read`,
    { site: () => makeVariant('reader-block', [], { [block]: spoil(flagshipBlock()) }) },
    async (t) => {
      const page = await t.open();
      assert.equal(await countText(page), '208 works');
      assert.ok(t.requested.some((path) => path.endsWith('lists/2024-03-11.md')));
    },
  );
}

test(
  'without the block the Markdown is read',
  { site: () => makeVariant('reader-no-block', [block]), expects: [/2024-03-11\.block/] },
  async (t) => {
    const page = await t.open();
    assert.equal(await countText(page), '208 works');
  },
);

for (const file of ['reader_worker.js', 'lamplight_reader.wasm']) {
  test(
    `without ${file} the served list stays, and the page says what is missing`,
    { site: pageOf('missing', { 'list.md': makeList(3) }, [file]), expects: [/reader/] },
    async (t) => {
      const page = await openOwn(t);
      await untilFailed(page);
      assert.match(await noticeText(page), /reader could not be (loaded|started) from .*reader/);
      assert.ok(await page.getByText('Served: list.md').isVisible());
    },
  );
}

test(
  'a web page in place of the list is refused, with what to give instead',
  {
    site: pageOf('html', {
      'list.md': '<!doctype html>\n<html><body><p>Not found</p></body></html>\n',
    }),
  },
  async (t) => {
    const page = await openOwn(t);
    await page.waitForFunction(() => /** @type {any} */ (window).heardEvents.length > 0);
    await settled(page);
    assert.ok((await heardEvents(page)).every((event) => event.type !== 'ready'));
    assert.match(await noticeText(page), /is a page of HTML and no list in Markdown.*README\.md/);
  },
);

test('loading can be stopped: the served list stays, and the atlas can still be had', async (t) => {
  const page = await t.context.newPage();
  await watchForReady(page);
  let isHeld = true;
  await page.route('**/*.block', async (route) => {
    if (!isHeld) await route.continue();
  });
  await page.goto(t.url);
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.waitFor();
  await t.screenshot(page, 'loading-cancel');
  assert.equal(await staticRowsShown(page), 280);
  await cancel.click();
  await page.getByRole('progressbar').waitFor({ state: 'hidden' });
  assert.match(await noticeText(page), /stopped/);
  assert.equal(await staticRowsShown(page), 280);
  isHeld = false;
  await page.getByRole('button', { name: 'Load it' }).click();
  await untilReady(page);
  assert.equal(await countText(page), '208 works');
});

test(
  'reading a long list can be stopped while the reader is at it',
  { site: pageOf('stopped', { 'list.md': makeList(100_000) }) },
  async (t) => {
    const page = await openOwn(t);
    const worker = await page.waitForEvent('worker');
    const gone = new Promise((resolve) => worker.once('close', resolve));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await gone;
    assert.ok(await page.getByText('Served: list.md').isVisible());
    assert.deepEqual(await heardEvents(page), []);
  },
);

test(
  'the page draws frames while a list of 100,000 is read',
  { site: pageOf('frames', { 'list.md': makeList(100_000) }) },
  async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    await page.addInitScript(() => {
      const frames = /** @type {number[]} */ ([]);
      Object.assign(window, { frames });
      const onFrame = () => {
        frames.push(performance.now());
        requestAnimationFrame(onFrame);
      };
      requestAnimationFrame(onFrame);
    });
    await page.goto(new URL('own.html', t.url).href);
    await untilReady(page);
    const { drawn, ms } = await page.evaluate(() => {
      const [read] = performance.getEntriesByName('lamplight:read');
      const end = read.startTime + read.duration;
      const during = /** @type {any} */ (window).frames.filter(
        (/** @type {number} */ at) => at > read.startTime && at < end,
      );
      return { drawn: during.length, ms: read.duration };
    });
    // On the page's own thread it would be none.
    assert.ok(drawn >= 5, `${drawn} frames in ${ms} ms`);
    assert.match(await countText(page), /^100,?000 works/);
  },
);

test(
  'two elements of one page read their own lists, with one download of the reader',
  { site: pageOf('two', { 'one.md': makeList(3, 'First'), 'two.md': makeList(4, 'Second') }) },
  async (t) => {
    const page = await openOwn(t);
    await untilReady(page, 2);
    for (const [index, word, count] of /** @type {[number, string, number][]} */ ([
      [0, 'First', 3],
      [1, 'Second', 4],
    ])) {
      const items = page.locator('lamplight-catalog').nth(index).getByRole('row');
      assert.equal(await items.count(), count);
      assert.match((await items.first().textContent()) ?? '', new RegExp(word));
    }
    const modules = t.requested.filter((path) => path.endsWith('lamplight_reader.wasm'));
    assert.equal(modules.length, 1, 'one reader for both');
  },
);
