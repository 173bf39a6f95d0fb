// The pages of web/examples: each does what it says, in light, in dark and on a phone.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder, settled, test, untilReady, watchForReady } from './harness.mjs';
import { colorAt, countColor, decodePng } from './pixels.mjs';
import { makeVariant } from './sites.mjs';

/** @typedef {import('playwright-core').Page} Page */

const site = () => {
  const folder = makeVariant('examples', []);
  cpSync(join(projectFolder, 'web', 'examples'), join(folder, 'examples'), { recursive: true });
  return folder;
};

/** @param {import('./harness.mjs').Fixture} t @param {string} name @param {number} [count] */
async function openExample(t, name, count = 1) {
  const page = await t.context.newPage();
  await watchForReady(page);
  await page.goto(new URL(`examples/${name}.html`, t.url).href);
  await untilReady(page, count);
  return page;
}

/** @param {Page | import('playwright-core').Locator} page */
const field = (page) => page.getByRole('combobox', { name: 'Search', exact: true });
/** @param {Page | import('playwright-core').Locator} page */
const count = async (page) =>
  (await page
    .getByRole('status')
    .filter({ hasText: /works?$/ })
    .first()
    .textContent()) ?? '';

/** @type {[string, import('playwright-core').BrowserContextOptions][]} */
const screens = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  [
    'phone',
    {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    },
  ],
];
for (const [screen, context] of screens) {
  test(
    `the examples lead to pages that show their lists, ${screen}`,
    { site, context },
    async (t) => {
      const start = await t.goto('examples/index.html');
      const links = await start
        .getByRole('link')
        .evaluateAll((all) =>
          all.map((link) => /** @type {HTMLAnchorElement} */ (link).getAttribute('href')),
        );
      assert.deepEqual(links, [
        'whole_page.html',
        'article.html',
        'two_atlases.html',
        'host_driven.html',
      ]);
      for (const link of links) {
        const name = (link ?? '').replace('.html', '');
        const page = await openExample(t, name, name === 'two_atlases' ? 2 : 1);
        assert.match(await count(page), /works$/);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0, `${name} is no wider than the screen`);
        await t.screenshot(page, `example-${name}-${screen}`);
        await page.close();
      }
    },
  );
}

test(
  'the example of a whole page has all of the atlas, and its state in the address',
  { site },
  async (t) => {
    const page = await openExample(t, 'whole_page');
    assert.ok(await page.getByRole('banner').isVisible());
    await field(page).fill('protein');
    await settled(page);
    assert.equal(new URL(page.url()).hash, '#q=protein');
  },
);

test(
  'the example of an article has the article’s colours, and its links open views',
  { site },
  async (t) => {
    const page = await openExample(t, 'article');
    assert.match(await count(page), /^35 of 208 works/);
    const picture = decodePng(await page.locator('#works').screenshot());
    assert.equal(colorAt(picture, 600, 10), '#f7f4ee');
    assert.ok(countColor(picture, '#7d1128') > 100);
    await page.getByRole('link', { name: 'Table 3' }).click();
    await page.getByRole('tab', { name: 'Table', selected: true }).waitFor();
    await page.getByRole('link', { name: 'those with code' }).click();
    await page.getByRole('tab', { name: 'List', selected: true }).waitFor();
    assert.match(await count(page), /^\d+ of 208 works/);
  },
);

test('the example of two atlases has two, each for itself', { site }, async (t) => {
  const page = await openExample(t, 'two_atlases', 2);
  await field(page.locator('#after')).fill('protein');
  await settled(page);
  assert.match(await count(page.locator('#after')), /^\d+ of 208 works/);
  assert.equal(await count(page.locator('#before')), '136 works');
  assert.equal(t.requested.filter((path) => path.endsWith('/lamplight_web.wasm')).length, 1);
});

test(
  'in the example of a host, buttons set the query and events fill its own list',
  { site },
  async (t) => {
    const page = await openExample(t, 'host_driven');
    await page.getByRole('button', { name: 'Newest with code' }).click();
    await settled(page);
    assert.equal(await field(page).inputValue(), 'has:code year:2023..');
    assert.ok(await page.getByText('Asked: has:code year:2023..').isVisible());
    await page.getByRole('grid').getByRole('row').first().getByRole('link').first().click();
    await settled(page);
    assert.equal(await page.locator('#looked-at li').count(), 1);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.getByRole('button', { name: 'Citations of what is shown' }).click();
    const text = page.getByRole('textbox', { name: 'Citations' });
    await text.waitFor();
    assert.match(await text.inputValue(), /^@/);
    await page.getByRole('button', { name: 'All works' }).click();
    await settled(page);
    assert.equal(await count(page), '208 works');
  },
);
