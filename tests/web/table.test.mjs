// The table view: tabs, grid, keys and pointer, as a reader and a screen reader have them.
import assert from 'node:assert/strict';

import { addressOf, nextFrames, settled, test } from './harness.mjs';
import {
  click,
  clipboardText,
  detail,
  focused,
  fragment,
  middleOf,
  press,
  search,
  shownWorks,
} from './reader.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
const grid = (page) => page.getByRole('grid', { name: 'Works' });

/** @param {Page} page @param {string} name */
const head = (page, name) => page.getByRole('columnheader', { name, exact: true });

/** The cell of a row, from 1, and a column, from 1. @param {Page} page @param {number} row @param {number} column */
const cell = (page, row, column) =>
  page.locator(`[role="row"][aria-rowindex="${row + 1}"] > [aria-colindex="${column}"]`);

/** @param {Page} page @param {number} column @param {number} count */
const column = (page, column, count) =>
  page
    .locator(`[role="gridcell"][aria-colindex="${column}"]`)
    .evaluateAll(
      (cells, wanted) => cells.slice(0, wanted).map((one) => one.textContent ?? ''),
      count,
    );

test('tabs show the views, and the address and Back know which', async (t) => {
  const page = await t.open();
  const tabs = page.getByRole('tablist', { name: 'Views' }).getByRole('tab');
  assert.deepEqual(await tabs.allTextContents(), ['List', 'Table']);
  await t.screenshot(page, 'tabs-list');
  await click(page, page.getByRole('tab', { name: 'Table' }));
  assert.equal(await fragment(page), 'view=table');
  assert.equal(
    await page.getByRole('tab', { name: 'Table' }).getAttribute('aria-selected'),
    'true',
  );
  assert.equal(await grid(page).count(), 1);
  await page.goBack();
  await settled(page);
  assert.equal(await grid(page).count(), 0);
  await press(page, ']');
  assert.equal(await grid(page).count(), 1);
  await press(page, '[');
  assert.equal(await grid(page).count(), 0);
});

test('arrows move among tabs, of which one is a stop of the Tab key', async (t) => {
  const page = await t.open();
  await page.getByRole('tab', { name: 'List' }).focus();
  await press(page, 'ArrowRight');
  assert.equal(await focused(page), 'button Table');
  assert.equal(await grid(page).count(), 1);
  const stops = await page
    .getByRole('tab')
    .evaluateAll(
      (tabs) => tabs.filter((tab) => /** @type {HTMLElement} */ (tab).tabIndex === 0).length,
    );
  assert.equal(stops, 1);
});

test('the table is a grid that counts all rows and columns', async (t) => {
  const page = await t.open('#has=code&sort=year,name&view=table');
  assert.equal(await grid(page).getAttribute('aria-rowcount'), '69');
  assert.equal(await grid(page).getAttribute('aria-colcount'), '8');
  assert.equal(await head(page, 'Year').getAttribute('aria-sort'), 'descending');
  assert.equal(await head(page, 'Name').getAttribute('aria-sort'), 'ascending');
  assert.equal(await head(page, 'Venue').getAttribute('aria-sort'), null);
  const snapshot = await page.getByRole('main').ariaSnapshot();
  assert.match(snapshot, /grid "Works"/);
  assert.match(snapshot, /columnheader "Where"/);
  assert.match(snapshot, /gridcell "DoctorGLM"/);
  await t.screenshot(page, 'table-light');
});

test('a click on a head sorts, another turns it, and Shift adds a second key', async (t) => {
  const page = await t.open('#view=table');
  await click(page, head(page, 'Year'));
  assert.equal(await fragment(page), 'sort=year&view=table');
  assert.deepEqual(await column(page, 5, 2), ['2023', '2023']);
  await click(page, head(page, 'Year'));
  assert.equal(await fragment(page), 'sort=-year&view=table');
  assert.ok(Number((await column(page, 5, 1))[0]) < 2019);
  await page.keyboard.down('Shift');
  await click(page, head(page, 'Name'));
  await page.keyboard.up('Shift');
  assert.equal(await fragment(page), 'sort=-year,name&view=table');
});

test('a column is dragged wider, and double clicked to fit', async (t) => {
  const page = await t.open('#view=table');
  const box = await head(page, 'Venue').boundingBox();
  assert.ok(box);
  const edge = { x: box.x + box.width - 3, y: box.y + 12 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + 40, edge.y, { steps: 4 });
  await page.mouse.up();
  await settled(page);
  const wider = await head(page, 'Venue').boundingBox();
  assert.equal(wider?.width, box.width + 40);
  assert.match(await fragment(page), /cols=name,title,family,where,year,venue\.132,links,since$/);
  // It was no click on the head.
  assert.equal(await head(page, 'Venue').getAttribute('aria-sort'), null);
  const moved = { x: (wider?.x ?? 0) + (wider?.width ?? 0) - 3, y: edge.y };
  await page.mouse.dblclick(moved.x, moved.y);
  await settled(page);
  const fitted = await head(page, 'Venue').boundingBox();
  assert.notEqual(fitted?.width, wider?.width);
});

test('arrows move by cell, Shift chooses rows, and Ctrl C copies them', async (t) => {
  const page = await t.open('#has=code&sort=year,name&view=table');
  await click(page, cell(page, 3, 5));
  await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  const third = await cell(page, 3, 2).getAttribute('aria-label');
  assert.equal(await focused(page), `div ${third ?? (await cell(page, 3, 2).textContent())}`);
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
  assert.equal(await page.locator('[role="row"][aria-selected="true"]').count(), 3);
  await t.screenshot(page, 'table-rows');
  await press(page, 'Control+c');
  const lines = (await clipboardText(page)).split('\n');
  assert.equal(lines.length, 5);
  assert.equal(lines[0], 'Name\tTitle\tModel family\tWhere\tYear\tVenue\tLinks\tSince');
  assert.match(lines[1], /^ChiMed-GPT\tA Chinese Medical/);
  await press(page, 'Escape');
  assert.equal(await page.locator('[role="row"][aria-selected="true"]').count(), 0);
  await press(page, 'Control+End');
  assert.equal(await cell(page, 68, 8).count(), 1);
  assert.equal(
    await cell(page, 68, 8).evaluate(
      (one) => one === /** @type {ShadowRoot} */ (one.getRootNode()).activeElement,
    ),
    true,
  );
});

test('Enter opens the work, and Esc goes back to where it was opened', async (t) => {
  const page = await t.open('#q=openfold&view=table');
  await click(page, cell(page, 1, 5));
  await press(page, 'Enter');
  await detail(page).waitFor();
  assert.match(await fragment(page), /work=openfold/);
  await t.screenshot(page, 'table-detail');
  await press(page, 'Escape');
  assert.equal(await detail(page).count(), 0);
});

test('a title is a link of its own: a middle click opens it beside', async (t) => {
  const page = await t.open('#q=openfold&view=table');
  const link = page.getByRole('link', { name: 'OpenFold', exact: true });
  const [tab] = await Promise.all([
    t.context.waitForEvent('page'),
    link.click({ button: 'middle' }),
  ]);
  assert.match(await addressOf(tab), /#q=openfold&view=table&work=openfold$/);
  await click(page, link);
  await detail(page).waitFor();
});

test('the menu shows, hides and moves columns', async (t) => {
  const page = await t.open('#has=code&sort=year,name&view=table');
  await click(page, page.getByRole('button', { name: 'Columns' }));
  const item = (/** @type {string} */ name) =>
    page.getByRole('menuitemcheckbox', { name, exact: true });
  assert.equal(await item('Venue').getAttribute('aria-checked'), 'true');
  assert.equal(await item('Repository').getAttribute('aria-checked'), 'false');
  assert.equal(await focused(page), 'button Name');
  await press(page, 'ArrowDown', 'ArrowDown');
  await t.screenshot(page, 'table-columns');
  await press(page, 'Alt+ArrowDown');
  assert.match(await fragment(page), /cols=name,title,where,family,/);
  await click(page, item('Repository'));
  assert.equal(await head(page, 'Repository').count(), 1);
  await click(page, page.getByRole('menuitem', { name: 'Reset' }));
  assert.equal(await head(page, 'Repository').count(), 0);
  await press(page, 'Escape');
  assert.equal(await page.getByRole('menu').count(), 0);
  assert.equal(await focused(page), 'button Columns');
});

test('what is wider than the window scrolls sideways, the head with it', async (t) => {
  const page = await t.open(
    '#view=table&cols=name.300,title.700,where.300,venue.300,repository.300',
  );
  const box = await grid(page).boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 300, box.y + 300);
  await page.mouse.wheel(600, 0);
  await settled(page);
  const heading = await head(page, 'Repository').boundingBox();
  const below = await cell(page, 1, 5).boundingBox();
  assert.ok(heading && below);
  assert.ok(Math.abs(heading.x - below.x) <= 1, `${heading.x} ${below.x}`);
  await t.screenshot(page, 'table-sideways');
});

test('a card shows what is cut, some time after it is pointed at', async (t) => {
  const page = await t.open('#has=code&sort=year,name&view=table');
  const { x, y } = await middleOf(cell(page, 1, 4));
  await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for('lamplight-clock')].hold());
  await page.mouse.move(x, y);
  await nextFrames(page, 5);
  const before = await t.screenshot(page, 'table-pointed');
  const due = await page.evaluate(() =>
    /** @type {any} */ (globalThis)[Symbol.for('lamplight-clock')].due(),
  );
  assert.equal(due.length, 1, String(due));
  assert.ok(due[0] > 0 && due[0] <= 400, String(due));
  await settled(page);
  const after = await t.screenshot(page, 'table-card');
  assert.ok(!before.equals(after));
});

test('the table narrows with the query, and says when nothing is found', async (t) => {
  const page = await t.open('#view=table');
  await search(page, 'protein');
  const found = await shownWorks(page);
  assert.ok(found > 5 && found < 208, String(found));
  assert.equal(await grid(page).getAttribute('aria-rowcount'), String(found + 1));
  await search(page, 'zzzzqq');
  assert.equal(await grid(page).count(), 0);
  await page.getByRole('heading', { name: 'No work matches all of this' }).waitFor();
  await t.screenshot(page, 'table-empty');
});

test('the table in the dark', { context: { colorScheme: 'dark' } }, async (t) => {
  const page = await t.open('#has=code&sort=year,name&view=table');
  await t.screenshot(page, 'table-dark');
});

test(
  'on a phone, a tab picks and sorts the value beside the title',
  {
    context: {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    },
  },
  async (t) => {
    const page = await t.open('#has=code&view=table');
    await page.getByRole('tab', { name: 'Year' }).tap();
    await settled(page);
    assert.equal(await fragment(page), 'has=code&sort=year&view=table');
    await t.screenshot(page, 'table-phone');
    await page.getByRole('tab', { name: 'Venue' }).tap();
    await settled(page);
    assert.equal(await fragment(page), 'has=code&sort=venue&view=table');
    await t.screenshot(page, 'table-phone-venue');
    await page.getByRole('tab', { name: 'List' }).tap();
    await settled(page);
    assert.equal(await fragment(page), 'has=code&sort=venue');
    await t.screenshot(page, 'list-phone-tabs');
  },
);
