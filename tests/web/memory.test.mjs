// Where memory ends, the reader is told what, where, and what to do; and what was there stays.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildFolder, heardEvents, test, untilReady, watchForReady } from './harness.mjs';
import { countText, noticeText, search, searchBox, staticRowsShown } from './reader.mjs';
import { makeVariant } from './sites.mjs';

/** Lets no memory of WebAssembly grow beyond so many pages of 64 KiB. */
const boundMemory = (/** @type {number} */ pages) => {
  const { grow } = WebAssembly.Memory.prototype;
  Object.assign(globalThis, { boundedTo: pages });
  WebAssembly.Memory.prototype.grow = function (/** @type {number} */ delta) {
    const most = /** @type {any} */ (globalThis).boundedTo;
    if (this.buffer.byteLength / 65536 + delta > most) throw new RangeError('no memory');
    return grow.call(this, delta);
  };
};

/** A list with many works. @param {number} count */
const longList = (count) =>
  `# Long\n\n## All\n\n${Array.from({ length: count }, (_, i) => `- Work ${i}: a thing [[Code]](https://example.org/${i})\n`).join('')}`;

/** @param {import('playwright-core').Page} page @param {'ready' | 'error'} type */
const untilHeard = (page, type) =>
  page.waitForFunction(
    (wanted) =>
      /** @type {any} */ (window).heardEvents.some(
        (/** @type {{type: string}} */ event) => event.type === wanted,
      ),
    type,
  );

/** The site whose older list is a long one, without its block. */
const withLongOlder = () =>
  makeVariant('memory-older', ['lists/2023-03-29.block'], {
    'lists/2023-03-29.md': longList(60_000),
  });

test(
  'an older list that does not fit is said, by its date, and the one that is shown stays',
  { site: withLongOlder, expects: [/2023-03-29\.block/] },
  async (t) => {
    const page = await t.context.newPage();
    await page.addInitScript(boundMemory, 400);
    await watchForReady(page);
    await page.goto(t.url);
    await untilReady(page);
    await untilHeard(page, 'error');
    assert.equal(
      await noticeText(page),
      'The list of 2023-03-29 is not shown: There is not enough memory. Close other tabs or programs first. Retry×',
    );
    await t.screenshot(page, 'memory-older');
    await search(page, 'protein');
    assert.equal(await countText(page), '14 of 208 works');
  },
);

test(
  'a list that does not fit leaves the served one, and says so',
  {
    site: () => {
      const folder = makeVariant('memory-alone', [], { 'list.md': longList(60_000) });
      writeFileSync(
        join(folder, 'own.html'),
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Own page</title><body>
<lamplight-catalog src="list.md" height="400"><p>The served list.</p></lamplight-catalog>
<script type="module" src="lamplight.js"></script></body></html>`,
      );
      return folder;
    },
  },
  async (t) => {
    const page = await t.context.newPage();
    await page.addInitScript(boundMemory, 400);
    await watchForReady(page);
    await page.goto(new URL('own.html', t.url).href);
    await untilHeard(page, 'error');
    assert.equal(
      await noticeText(page),
      'The interactive view could not start: There is not enough memory. You are reading the full list without it; close other tabs or programs first. Retry×',
    );
    assert.ok(await page.getByText('The served list.').isVisible());
    // Read once: where there is no memory, another reading finds none.
    assert.equal(t.requested.filter((path) => path.endsWith('list.md')).length, 1);
  },
);

test(
  'where the reader has no memory for a list, the page says so',
  {
    site: () => {
      const bounded = `(${boundMemory})(270);\n${readFileSync(join(buildFolder, 'site', 'reader_worker.js'))}`;
      return makeVariant('memory-reader', ['lists/2024-03-11.block'], {
        'lists/2024-03-11.md': longList(60_000),
        'reader_worker.js': bounded,
      });
    },
    expects: [/2024-03-11\.block/],
  },
  async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    await page.goto(t.url);
    await untilHeard(page, 'error');
    assert.equal(
      await noticeText(page),
      'The interactive view could not start: There is not enough memory to read the list. You are reading the full list without it; close other tabs or programs first. Retry×',
    );
    assert.equal(await staticRowsShown(page), 280);
  },
);

test(
  'where memory ends at work, the served list comes back, and what was chosen stays in the address',
  { expects: [/There is not enough memory/] },
  async (t) => {
    const page = await t.context.newPage();
    await page.addInitScript(boundMemory, 65536);
    await watchForReady(page);
    await page.goto(t.url);
    await untilReady(page);
    await search(page, 'protein');
    // No more than there is, from now on; and a text that needs more.
    await page.evaluate(() => Object.assign(window, { boundedTo: 0 }));
    await searchBox(page).evaluate((field) => {
      /** @type {HTMLInputElement} */ (field).value = 'word '.repeat(10_000_000);
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });
    await untilHeard(page, 'error');
    assert.equal(
      await noticeText(page),
      'The interactive view had to stop: There is not enough memory. You are reading the full list without it; close other tabs or programs first. Retry×',
    );
    assert.equal(await staticRowsShown(page), 280);
    assert.equal(new URL(page.url()).hash, '#q=protein');
    assert.equal((await heardEvents(page)).filter((event) => event.type === 'error').length, 1);
  },
);
