// A long list is several pages: for a browser that runs nothing they hold all of it, and the first
// one becomes the atlas of the whole list.
import assert from 'node:assert/strict';

import { test } from './harness.mjs';
import { countText, rows } from './reader.mjs';
import { makeSite } from './sites.mjs';

const withoutScripts = { context: { javaScriptEnabled: false } };
const sections = ['Vision', 'Audio', 'Proteins', 'Robots', 'Law', 'Ethics'];
const perSection = [40, 2400, 700, 1300, 20, 1540];
const works = perSection.reduce((sum, each) => sum + each);

/** @param {string} name */
function makeLongSite(name) {
  let next = 0;
  const text = sections.map((title, at) => {
    const entries = Array.from({ length: perSection[at] }, () => {
      const number = ++next;
      return `- Work ${number} on ${title} [[Code]](https://example.org/${number})`;
    });
    return `## ${title}\n\n${entries.join('\n')}\n`;
  });
  return makeSite(name, { 'list.md': `# A long list\n\n${text.join('\n')}` });
}

/**
 * Follows a link to another page, until that is there as a whole.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} link
 */
async function follow(page, link) {
  const loaded = page.waitForEvent('load');
  await link.click();
  await loaded;
}

/** The numbers of the works that a page lists. @param {import('playwright-core').Page} page */
const listed = (page) =>
  page
    .locator('main li')
    .evaluateAll((items) =>
      items.map((item) => Number(/^Work (\d+) on/.exec(item.textContent ?? '')?.[1])),
    );

test(
  'the pages without scripts hold every entry once, from one to the next',
  { ...withoutScripts, site: () => makeLongSite('long-pages') },
  async (t) => {
    const page = await t.goto();
    const titles = new Set();
    const found = [];
    for (;;) {
      found.push(...(await listed(page)));
      titles.add(await page.title());
      const next = page.getByRole('link', { name: /^Next/ });
      if ((await next.count()) === 0) break;
      await follow(page, next);
    }
    assert.deepEqual(
      found,
      Array.from({ length: works }, (_, i) => i + 1),
    );
    assert.ok(titles.size > 10, `${titles.size} pages`);
    await t.screenshot(page, 'long-list-last-page');
    // And back again.
    await follow(page, page.getByRole('link', { name: /^Previous/ }));
    assert.match(await page.title(), new RegExp(`page ${titles.size - 1} of ${titles.size}`));
    await follow(page, page.getByRole('link', { name: 'Search the whole list' }));
    assert.equal(await page.title(), 'A long list');
    await t.screenshot(page, 'long-list-first-page');
  },
);

test(
  'the address of a section leads to its page, without scripts',
  { ...withoutScripts, site: () => makeLongSite('long-anchors') },
  async (t) => {
    const page = await t.goto('#robots');
    const link = page.locator('#robots > a');
    assert.ok(await link.isVisible());
    await link.click();
    await page.waitForURL('**/pages/*.html#robots');
    const heading = page.getByRole('heading', { name: 'Robots' });
    const box = await heading.boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 200, JSON.stringify(box));
    assert.ok((await listed(page)).includes(3141));
  },
);

test(
  'a page of a long list fits a phone and follows the dark system',
  {
    site: () => makeLongSite('long-phone'),
    context: {
      javaScriptEnabled: false,
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    },
  },
  async (t) => {
    const page = await t.goto('pages/proteins.html');
    const { inner, content } = await page.evaluate(() => ({
      inner: document.documentElement.clientWidth,
      content: document.documentElement.scrollWidth,
    }));
    assert.ok(content <= inner, `${content} px of content in ${inner}`);
    await t.screenshot(page, 'long-list-phone-dark');
    await page.getByRole('link', { name: /^Next/ }).scrollIntoViewIfNeeded();
    await t.screenshot(page, 'long-list-phone-dark-end');
  },
);

test(
  'the first page becomes the atlas of the whole list',
  { site: () => makeLongSite('long-atlas') },
  async (t) => {
    const page = await t.open();
    assert.equal((await countText(page)).replace(',', ''), `${works} works`);
  },
);

test(
  'the address of a section on another page opens that section in the atlas',
  { site: () => makeLongSite('long-section') },
  async (t) => {
    const page = await t.open('#robots');
    assert.equal((await countText(page)).replaceAll(',', ''), `1300 of ${works} works`);
    assert.match((await rows(page).first().textContent()) ?? '', /on Robots/);
  },
);
