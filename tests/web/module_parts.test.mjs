// The page's module in two parts: the second comes behind the first frame, and is never missed.
import assert from 'node:assert/strict';

import { nextFrames, settled, test, untilReady, watchForReady } from './harness.mjs';
import { noticeText, rows } from './reader.mjs';
import { makeVariant } from './sites.mjs';

const REST = '**/lamplight_rest.wasm';

/** How the second part was asked for, in order. @param {import('playwright-core').Page} page */
function watchRest(page) {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => {
    if (request.url().endsWith('lamplight_rest.wasm')) asked.push(request.resourceType());
  });
  return asked;
}

for (const [name, viewport] of /** @type {const} */ ([
  ['a window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
])) {
  test(
    `the first frames on ${name} need the first part alone`,
    { context: { viewport } },
    async (t) => {
      const page = await t.context.newPage();
      await watchForReady(page);
      const asked = watchRest(page);
      await page.goto(t.url);
      await untilReady(page);
      await settled(page);
      assert.deepEqual(asked, ['fetch']);
      const [readyAt, askedAt] = await page.evaluate(() => [
        performance.getEntriesByName('lamplight:ready')[0].startTime,
        performance
          .getEntriesByType('resource')
          .find(({ name }) => name.endsWith('lamplight_rest.wasm'))?.startTime,
      ]);
      assert.ok(
        (askedAt ?? 0) >= (readyAt ?? Infinity),
        `asked at ${askedAt}, ready at ${readyAt}`,
      );
    },
  );
}

test('what is done before the second part has come waits for it', async (t) => {
  const page = await t.context.newPage();
  await watchForReady(page);
  const asked = watchRest(page);
  await page.route(REST, async (route) => {
    // The one in quiet never comes.
    if (route.request().resourceType() !== 'fetch') await route.continue();
  });
  await page.goto(t.url);
  await untilReady(page);
  await page.keyboard.press(']');
  await page.getByRole('grid').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('protein');
  await settled(page);
  assert.match(page.url(), /q=protein.*view=table/);
  assert.equal(asked[0], 'fetch');
  assert.ok(asked.length > 1 && asked.slice(1).every((type) => type === 'xhr'), String(asked));
});

test('an address that asks for more than the list brings both parts at once', async (t) => {
  const page = await t.context.newPage();
  await watchForReady(page);
  const asked = watchRest(page);
  await page.goto(`${t.url}#q=protein&view=table`);
  await untilReady(page);
  await settled(page);
  assert.deepEqual(asked, ['fetch']);
});

test(
  'a second part that is missing is told, and Retry gets it',
  { expects: [/lamplight_rest\.wasm/, /404/] },
  async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    await page.route(REST, (route) => route.fulfill({ status: 404, body: 'none' }));
    await page.goto(t.url);
    const retry = page.getByRole('button', { name: 'Retry' });
    await retry.waitFor();
    assert.match(
      await noticeText(page),
      /^The interactive view had to stop: The viewer could not be loaded from \S+ \(status 404\)/,
    );
    await page.unroute(REST);
    await retry.click();
    await untilReady(page, 2);
    assert.ok((await rows(page).count()) > 0);
  },
);

test(
  'a site that was published without its second part is told when it is missed',
  {
    site: () => makeVariant('no-rest', ['lamplight_rest.wasm']),
    expects: [/lamplight_rest\.wasm/, /404/, /status 404/],
  },
  async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    await page.goto(`${t.url}#view=table`);
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    assert.match(await noticeText(page), /could not start: The viewer could not be loaded/);
    await nextFrames(page);
  },
);
