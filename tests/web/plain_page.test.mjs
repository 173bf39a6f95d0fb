// The page as it was served stays within reach of the canvas, and the canvas of it; the title of the
// window and the anchors of the list say where one is.
import assert from 'node:assert/strict';

import { settled, test, untilReady, watchForReady } from './harness.mjs';
import { checkbox, click, countText, detail, fragment, press, rows, search } from './reader.mjs';
import { workLink } from './reader.mjs';
import { makeSite } from './sites.mjs';

const list = 'Healthcare Foundation Models';
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** @param {import('playwright-core').Page} page */
const plainLink = (page) => page.getByRole('link', { name: 'Plain page', exact: true });
/** @param {import('playwright-core').Page} page */
const atlasLink = (page) => page.getByRole('link', { name: 'Interactive view', exact: true });

for (const [name, context] of /** @type {const} */ ([
  ['wide', {}],
  ['phone', phone],
])) {
  test(
    `the plain page is a link away and remembered, and so is the way back (${name})`,
    { context },
    async (t) => {
      const page = await t.open();
      await plainLink(page).click();
      await page.waitForURL('**/?plain');
      await atlasLink(page).waitFor();
      await t.screenshot(page, `plain-page-${name}`);
      // Another visit, by the plain address.
      const asked = t.requested.length;
      const again = await t.goto();
      await atlasLink(again).waitFor();
      await settled(again);
      assert.equal(await again.locator('lamplight-catalog .row').first().isVisible(), true);
      const loaded = t.requested.slice(asked);
      assert.deepEqual(
        loaded.filter((path) => /wasm|catalog_element|block$/.test(path)),
        [],
      );
      await watchForReady(again);
      await atlasLink(again).click();
      await untilReady(again);
      assert.equal(await countText(again), '208 works');
      // And that, too, is remembered.
      const last = await t.open();
      assert.equal(await countText(last), '208 works');
    },
  );
}

test('what was found is found again on the way back from the plain page', async (t) => {
  const page = await t.open();
  await search(page, 'protein');
  const found = await countText(page);
  await plainLink(page).click();
  await page.waitForURL('**/?plain#q=protein');
  await watchForReady(page);
  await atlasLink(page).click();
  await untilReady(page);
  assert.equal(await countText(page), found);
  assert.equal(await fragment(page), 'q=protein');
});

test('a plain page in one folder is none in another', async (t) => {
  const page = await t.goto('?plain');
  await page.evaluate(() => localStorage.setItem('lamplight-plain /elsewhere/', ''));
  const atlas = await t.open();
  assert.equal(await countText(atlas), '208 works');
});

test('Cite, News, Survey and the headings lead to their places on the plain page', async (t) => {
  const page = await t.open();
  const group = page.getByRole('group', { name: 'On the plain page' });
  assert.deepEqual(
    await group
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => [
          link.getAttribute('aria-label') ?? link.textContent,
          link.getAttribute('href'),
        ]),
      ),
    [
      ['Cite', '?plain#cite:'],
      ['About this list', '?plain#about:'],
      ['News', '?plain#news'],
      ['Survey', '?plain#survey'],
      ['Language', '?plain#large-language-models'],
      ['Vision', '?plain#large-vision-models'],
      ['Audio', '?plain#large-audio-models'],
      ['Multi-modal', '?plain#large-multi-modal-models'],
      ['Applications', '?plain#applications-of-large-ai-models-in-healthcare'],
      ['Legislation', '?plain#ai-legislation'],
      ['Datasets', '?plain#large-scale-datasets-in-biomedical-and-health-informatics'],
    ],
  );
  await group.getByRole('link', { name: 'Survey' }).scrollIntoViewIfNeeded();
  await settled(page);
  await t.screenshot(page, 'plain-page-links');
  await group.getByRole('link', { name: 'Survey' }).click();
  await page.waitForURL('**/?plain#survey');
  assert.ok(await page.getByRole('heading', { name: 'Survey' }).isVisible());
  // Who followed it did not choose the plain page for ever.
  const atlas = await t.open();
  assert.equal(await countText(atlas), '208 works');
});

test(
  'an element within a page of its own leads to no plain page, and leaves the title alone',
  {
    site: () =>
      makeSite('guest', { 'list.md': '# Guests\n\n## All\n- One [[Paper]](https://a.b/c)\n' }),
  },
  async (t) => {
    const page = await t.context.newPage();
    await watchForReady(page);
    await page.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body:
          '<!doctype html><title>My own</title><h1>Mine</h1><script type="module" src="lamplight.js"></script>' +
          '<lamplight-catalog src="lists/list.md" height="400"><p>One</p></lamplight-catalog>',
      }),
    );
    await page.goto(new URL('host.html', t.url).href);
    await untilReady(page);
    assert.equal(await plainLink(page).count(), 0);
    assert.equal(await page.title(), 'My own');
  },
);

test('the title of the window says the view, the query or the work, and follows Back', async (t) => {
  const page = await t.open();
  assert.equal(await page.title(), list);
  await click(page, page.getByRole('tab', { name: 'Table' }));
  assert.equal(await page.title(), `Table · ${list}`);
  await click(page, page.getByRole('tab', { name: 'List' }));
  await click(page, checkbox(page, 'Application', 'Bioinformatics'));
  assert.equal(await page.title(), `Bioinformatics · ${list}`);
  await search(page, 'protein');
  assert.equal(await page.title(), `“protein” · Bioinformatics · ${list}`);
  await click(page, workLink(page, /^Uni-Fold/));
  assert.equal(await page.title(), `Uni-Fold · ${list}`);
  await press(page, 'Escape');
  assert.equal(await page.title(), `“protein” · Bioinformatics · ${list}`);
  await page.goBack();
  await settled(page);
  assert.equal(await page.title(), `Uni-Fold · ${list}`);
  await page.goBack();
  await settled(page);
  assert.equal(await page.title(), `“protein” · Bioinformatics · ${list}`);
});

test('a link to a work opens with its title', async (t) => {
  const page = await t.open('#work=chimed-gpt');
  assert.equal(await page.title(), `ChiMed-GPT · ${list}`);
});

const section = 'applications-of-large-ai-models-in-healthcare/bioinformatics';

/** @param {import('playwright-core').Page} page */
async function showsBioinformatics(page) {
  assert.equal(await countText(page), '41 of 208 works');
  assert.equal(await page.title(), `Bioinformatics · ${list}`);
}

test('the anchor of a section opens it: in the address, by a link, by Back', async (t) => {
  const page = await t.open(`#${section}`);
  await showsBioinformatics(page);
  await t.screenshot(page, 'anchor-of-a-section');
  // Typed.
  await page.evaluate(() => (location.hash = 'large-audio-models'));
  await settled(page);
  assert.equal(await countText(page), '10 of 208 works');
  await page.goBack();
  await settled(page);
  await showsBioinformatics(page);
  // As a link that another script put on the page.
  await page.evaluate((id) => {
    const link = document.createElement('a');
    link.href = `#${id}`;
    link.textContent = 'there';
    document.body.append(link);
    link.click();
  }, 'large-vision-models');
  await settled(page);
  assert.equal(await countText(page), '41 of 208 works');
  assert.equal(await page.title(), `Vision · ${list}`);
});

test('the first row of a section that the address names stays where it was', async (t) => {
  const page = await t.goto(`?plain#${section}`);
  await settled(page);
  const row = page.locator(`[id="${section}"] ~ ol .row`).first();
  const before = await row.boundingBox();
  const work = await row.getAttribute('data-work');
  const atlas = await t.open(`#${section}`);
  const now = rows(atlas).filter({ has: atlas.locator(`a[href*="work=${work}"]`) });
  assert.equal((await now.boundingBox())?.y, before?.y);
});

test('the anchor of what is in no view leads to the plain page, and Back from it', async (t) => {
  const page = await t.goto('#news');
  await atlasLink(page).waitFor();
  assert.ok(await page.getByRole('heading', { name: 'News' }).isVisible());
  const atlas = await t.open('#q=protein');
  await atlas.evaluate(() => (location.hash = 'survey'));
  await atlas.waitForURL('**/?plain#survey');
  await atlasLink(atlas).waitFor();
  assert.ok(await atlas.getByRole('heading', { name: 'Survey' }).isVisible());
  await watchForReady(atlas);
  await atlas.goBack();
  await atlas.waitForURL('**/#q=protein');
  await atlas.waitForFunction(() => document.querySelector('lamplight-catalog[data-ready]'));
  await settled(atlas);
  assert.equal(await detail(atlas).count(), 0);
  assert.match(await countText(atlas), /of 208 works/);
});

test('what scrolls on the served page takes the keyboard, and has a name', async (t) => {
  const page = await t.goto('?plain#cite:');
  const block = page.getByRole('group', { name: 'Citation in BibTeX' });
  await block.focus();
  assert.ok(await block.evaluate((element) => element === document.activeElement));
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('.page *')]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter(
        (element) =>
          !element.getAttribute('aria-label') ||
          !(element.matches('[tabindex="0"]') || element.querySelector('a')),
      )
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(nameless, []);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(
    `every text of the served page has a contrast of 4.5 to 1, pointed at or not (${colorScheme})`,
    { context: { colorScheme, javaScriptEnabled: true } },
    async (t) => {
      const page = await t.goto('?plain');
      await page.addStyleTag({ content: 'ol { content-visibility: visible !important }' });
      /** @param {string} around */
      const faint = (around) =>
        page.evaluate((selector) => {
          const numbers = (/** @type {string} */ color) =>
            (color.match(/[\d.]+/g) ?? []).map(Number);
          const light = (/** @type {number[]} */ color) =>
            [0.2126, 0.7152, 0.0722].reduce((sum, part, i) => {
              const c = color[i] / 255;
              return sum + part * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            }, 0);
          const groundOf = (/** @type {Element | null} */ at) => {
            for (let one = at; one; one = one.parentElement) {
              const color = numbers(getComputedStyle(one).backgroundColor);
              if (color.length === 3) return color;
            }
            return [255, 255, 255];
          };
          const found = new Set();
          for (const element of document.querySelectorAll(`${selector}, ${selector} *`)) {
            const hasText = [...element.childNodes].some(
              (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
            );
            if (!hasText || !element.checkVisibility()) continue;
            const [a, b] = [numbers(getComputedStyle(element).color), groundOf(element)].map(light);
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (contrast < 4.5)
              found.add(
                `${element.tagName} ${contrast.toFixed(2)} ${element.textContent?.slice(0, 30)}`,
              );
          }
          return [...found];
        }, around);
      assert.deepEqual(await faint('.page'), []);
      const row = page.locator('.row:has(abbr)').first();
      await row.hover();
      assert.deepEqual(await faint('.row:hover'), []);
      await page.locator('nav li a').first().hover();
      assert.deepEqual(await faint('nav a:hover'), []);
      await page.goto(`${t.url}?plain#news`);
      assert.deepEqual(await faint(':target'), []);
    },
  );
}
