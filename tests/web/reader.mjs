// What a reader sees and does, in the words of the page: roles and names, never internals.
//
//     await search(page, 'protein');
//     assert.equal(await countText(page), '33 of 208 works');
import { settled } from './harness.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @param {Page} page */
export const searchBox = (page) => page.getByRole('combobox', { name: 'Search', exact: true });

/** The works that the list shows; those far outside the window are not among them. @param {Page} page */
export const rows = (page) => page.getByRole('grid', { name: 'List' }).getByRole('row');

/** The link that opens a work's detail, over its whole row. @param {Page} page @param {string | RegExp} title */
export const workLink = (page, title) =>
  page.getByRole('main').getByRole('link', { name: title }).first();

/** @param {Page} page @param {string} facet @param {string} value */
export const checkbox = (page, facet, value) =>
  page
    .getByRole('group', { name: facet, exact: true })
    .getByRole('checkbox', { name: new RegExp(`^${value}, \\d+$`) });

/** The count that a facet's value shows. @param {Page} page @param {string} facet @param {string} value */
export async function facetCount(page, facet, value) {
  const name = (await checkbox(page, facet, value).getAttribute('aria-label')) ?? '';
  return Number(/, (\d+)$/.exec(name)?.[1] ?? NaN);
}

/** @param {Page} page */
export const detail = (page) =>
  // Where it stands instead of the list, it is the page's main part.
  page
    .getByRole('complementary', { name: 'Details' })
    .or(page.getByRole('main', { name: 'Details' }));

/** Whether something within it has the focus. @param {Locator} around */
export const hasFocus = (around) =>
  around.evaluate((element) => {
    const { activeElement } = /** @type {ShadowRoot} */ (element.getRootNode());
    return activeElement !== null && element.contains(activeElement);
  });

/** "18 of 208 works". @param {Page} page */
export async function countText(page) {
  const texts = await page
    .getByRole('status')
    .filter({ hasText: /^\s*\d[\d,]*( of [\d,]+)? works?/ })
    .first()
    .textContent();
  return (texts ?? '').replace(/\s+/g, ' ').trim();
}

/** Waits until the page counts its works so: what another tab did is heard in its own time. @param {Page} page @param {RegExp} count */
export async function untilCounted(page, count) {
  await page.getByRole('status').filter({ hasText: count }).first().waitFor({ state: 'attached' });
  await settled(page);
}

/** How many works the page says it shows. @param {Page} page */
export async function shownWorks(page) {
  return Number(/^\d+/.exec((await countText(page)).replace(/[,\s]/g, ''))?.[0] ?? NaN);
}

/**
 * Types into the search field, as a reader who starts with `/` and wants no suggestions.
 * @param {Page} page @param {string} text
 */
export async function search(page, text) {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
  await settled(page);
  if ((await page.getByRole('listbox').count()) > 0) await press(page, 'Escape');
}

/**
 * Points at the middle of something and clicks.
 * @param {Page} page @param {Locator} target
 */
export async function click(page, target) {
  // Text that lies in a label or a row takes the click for it, and is no obstacle.
  await target.scrollIntoViewIfNeeded();
  const { x, y } = await middleOf(target);
  await page.mouse.click(x, y);
  await settled(page);
}

/** @param {Page} page @param {...string} keys */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

/** The fragment of the page's address, once the writing of it has settled. @param {Page} page */
export async function fragment(page) {
  await settled(page);
  const written = new URL(page.url()).hash.slice(1);
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // percent signs that stand for nothing
  }
}

/** The middle of something on the page. @param {Locator} target */
export async function middleOf(target) {
  const box = await target.boundingBox();
  if (!box) throw new Error('it is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How many rows of the served list are to be seen, with a size. @param {Page} page */
export function staticRowsShown(page) {
  return page
    .locator('lamplight-catalog .row')
    .evaluateAll(
      (items) =>
        items.filter(
          (item) =>
            item.checkVisibility({ visibilityProperty: true }) &&
            item.getBoundingClientRect().width > 0,
        ).length,
    );
}

/** What the page says over the list, or "". @param {Page} page */
export async function noticeText(page) {
  const notices = page.locator('lamplight-catalog').first().locator('.notice');
  const texts = await notices.evaluateAll((found) =>
    found.filter((notice) => notice.checkVisibility()).map((notice) => notice.textContent ?? ''),
  );
  return texts.join(' ').trim();
}

/** What has the focus, through shadow trees: "tag role name". @param {Page} page */
export function focused(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return '';
    const name = at.getAttribute('aria-label') ?? at.textContent ?? '';
    return `${at.localName} ${name.replace(/\s+/g, ' ').trim()}`;
  });
}

/** @param {Page} page */
export const clipboardText = (page) => page.evaluate(() => navigator.clipboard.readText());

/** Waits until works are marked that an older snapshot does not have. @param {Page} page */
export async function untilOlderSnapshots(page) {
  await rows(page)
    .filter({ hasText: /new\s*\d{4} · / })
    .first()
    .waitFor();
  await settled(page);
}

/** Rows whose text or links leave the row, or whose box lies over the next. @param {Page} page */
export function rowsThatReachOut(page) {
  return rows(page).evaluateAll((items) =>
    items.flatMap((item, i) => {
      const row = item.getBoundingClientRect();
      const inside = [...item.querySelectorAll('.run, a')].map((part) =>
        part.getBoundingClientRect(),
      );
      const leaves = inside.some((part) => part.top < row.top - 1 || part.bottom > row.bottom + 5);
      const next = items[i + 1]?.getBoundingClientRect();
      const covers = next !== undefined && next.top < row.bottom - 1;
      return leaves || covers ? [(item.textContent ?? '').slice(0, 60)] : [];
    }),
  );
}
