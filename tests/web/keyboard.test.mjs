// The keyboard alone.
import assert from 'node:assert/strict';

import { addressOf, settled, test } from './harness.mjs';
import {
  countText,
  detail,
  focused,
  fragment,
  hasFocus,
  press,
  rows,
  searchBox,
  workLink,
} from './reader.mjs';

/**
 * Keys as they come from a quick hand: the element draws no frame between them.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<void>} type
 */
async function withoutFrames(page, type) {
  await page.evaluate(() => {
    Object.assign(window, { held: /** @type {FrameRequestCallback[]} */ ([]) });
    Object.assign(window, { drawAgain: window.requestAnimationFrame.bind(window) });
    window.requestAnimationFrame = (callback) => /** @type {any} */ (window).held.push(callback);
  });
  await type();
  await page.evaluate(() => {
    const { held, drawAgain } = /** @type {any} */ (window);
    window.requestAnimationFrame = drawAgain;
    for (const callback of held) drawAgain(callback);
  });
  await settled(page);
}

test('a slash puts the caret into the search field, and is not typed', async (t) => {
  const page = await t.open();
  await page.keyboard.press('/');
  assert.match(await focused(page), /^input Search/);
  assert.equal(await searchBox(page).inputValue(), '');
  await page.keyboard.type('a/b');
  assert.equal(await searchBox(page).inputValue(), 'a/b');
  await t.screenshot(page, 'search-focus');
});

test('letters typed right after the slash, before any frame, reach the search field', async (t) => {
  const page = await t.open();
  await withoutFrames(page, async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('c?s/');
    assert.equal(await searchBox(page).inputValue(), 'c?s/');
  });
  assert.equal(await searchBox(page).inputValue(), 'c?s/');
});

test('a search that is cleared before any frame has shown it is gone from the field', async (t) => {
  const page = await t.open();
  await press(page, '/');
  await withoutFrames(page, async () => {
    await page.keyboard.type('fold');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });
  assert.equal(await searchBox(page).inputValue(), '');
  assert.equal(await countText(page), '208 works');
});

test('arrows lead from the search field through the hits, and the focus goes with them', async (t) => {
  const page = await t.open();
  await press(page, '/');
  await page.keyboard.type('fold');
  const before = await page.evaluate(() => history.length);
  await press(page, 'Enter', 'ArrowDown');
  const first = await fragment(page);
  assert.match(first, /^q=fold&work=/);
  await detail(page).waitFor();
  assert.ok(await hasFocus(rows(page).nth(0)));
  const name = await focused(page);
  assert.match(name, /^a .*fold/i);
  await press(page, 'ArrowDown');
  const second = await fragment(page);
  assert.match(second, /^q=fold&work=/);
  assert.notEqual(first, second);
  assert.ok(await hasFocus(rows(page).nth(1)));
  await press(page, 'ArrowUp');
  assert.equal(await fragment(page), first);
  assert.equal(await focused(page), name);
  assert.equal(await searchBox(page).inputValue(), 'fold');
  assert.equal(await page.evaluate(() => history.length), before, 'the history is not filled');
  await t.screenshot(page, 'row-selected');
});

test('o opens the first link of the row, and of the detail', async (t) => {
  const page = await t.open('#q=kebiolm');
  await press(page, 'ArrowDown');
  await detail(page).waitFor();
  for (const keys of [['o'], ['Enter', 'o']]) {
    const opened = t.context.waitForEvent('page');
    await press(page, ...keys);
    assert.equal(await addressOf(await opened), 'https://arxiv.org/abs/2104.10344');
  }
});

test('Enter opens the row that has the focus and goes into its detail, Esc comes back', async (t) => {
  const page = await t.open();
  await workLink(page, /^KeBioLM/).focus();
  await t.screenshot(page, 'row-focus');
  await press(page, 'Enter');
  await detail(page).waitFor();
  assert.equal(await fragment(page), 'work=kebiolm');
  assert.match(await focused(page), /^h2 KeBioLM/);
  await t.screenshot(page, 'detail-focus');
  await press(page, 'Tab');
  assert.ok(await hasFocus(detail(page)), 'the next stop is in the detail');
  await press(page, 'Escape');
  assert.equal(await detail(page).count(), 0);
  assert.match(await focused(page), /^a KeBioLM/);
});

test('an open row that the keys have left is not what Enter opens', async (t) => {
  const page = await t.open();
  await workLink(page, /^KeBioLM/).focus();
  await withoutFrames(page, async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  });
  const opened = await fragment(page);
  assert.notEqual(opened, 'work=kebiolm');
  assert.match(await focused(page), /^h2 /);
  await press(page, 'Escape');
  assert.equal(await rows(page).locator('a:focus').first().getAttribute('href'), `#${opened}`);
});

test('the list is one stop of the Tab key, and its rows hold real links', async (t) => {
  const page = await t.open();
  await page.getByRole('combobox', { name: 'Order' }).focus();
  await press(page, 'Tab');
  assert.ok(await hasFocus(rows(page).first()));
  await press(page, 'ArrowRight');
  assert.match(await focused(page), /^a (Paper|Code|Project|Website)/);
  assert.ok(await hasFocus(rows(page).first()));
  await press(page, 'Tab');
  assert.ok(!(await hasFocus(page.getByRole('grid', { name: 'List' }))));
  assert.notEqual(await focused(page), '');
});

test('the focus never falls to nowhere', async (t) => {
  const page = await t.open('#q=fold&has=code&family=vision,language');
  const steps = /** @type {[string, () => Promise<void>][]} */ ([
    [
      'a removed chip',
      async () => {
        await page
          .getByRole('button', { name: /^Remove filter/ })
          .first()
          .focus();
        await press(page, 'Enter');
      },
    ],
    [
      'Clear all filters',
      async () => {
        await page.getByRole('button', { name: 'Clear all filters' }).focus();
        await press(page, 'Enter');
      },
    ],
    [
      'Clear search',
      async () => {
        await page.getByRole('button', { name: 'Clear search' }).focus();
        await press(page, 'Enter');
      },
    ],
    [
      'Show more',
      async () => {
        await page.getByRole('button', { name: /^Show \d+ more of Venue/ }).focus();
        await press(page, 'Enter');
      },
    ],
    [
      'Close',
      async () => {
        await workLink(page, /^KeBioLM/).focus();
        await press(page, 'Enter');
        await page.getByRole('button', { name: 'Close details' }).focus();
        await press(page, 'Enter');
        assert.match(await focused(page), /^a KeBioLM/);
      },
    ],
    [
      'a row that is scrolled away',
      async () => {
        const grid = await page.getByRole('grid', { name: 'List' }).boundingBox();
        assert.ok(grid);
        await page.mouse.move(grid.x + 200, grid.y + 300);
        for (let i = 0; i < 6; ++i) {
          await page.mouse.wheel(0, 2000);
          await settled(page);
        }
        assert.match(await focused(page), /^a KeBioLM/);
      },
    ],
  ]);
  for (const [name, step] of steps) {
    await step();
    assert.notEqual(await focused(page), '', name);
  }
});

test('arrows pressed faster than frames are drawn lose no step', async (t) => {
  const page = await t.open();
  for (let i = 0; i < 40; ++i) await page.keyboard.press('ArrowDown');
  await settled(page);
  const current = rows(page)
    .filter({ has: page.locator('[aria-current=true]') })
    .first();
  assert.equal(await current.getAttribute('aria-rowindex'), '40');
  assert.equal(await current.getAttribute('aria-selected'), 'true');
  assert.ok(await hasFocus(current));
  const box = await current.boundingBox();
  assert.ok(
    box && box.y >= 56 && box.y + box.height <= 900,
    `the row is in sight: ${JSON.stringify(box)}`,
  );
  await t.screenshot(page, 'row-selected-far');
});

test('Esc steps back: detail, then query, then filters', async (t) => {
  const page = await t.open('#q=fold&has=code&work=openfold');
  await detail(page).waitFor();
  await press(page, 'Escape');
  assert.equal(await fragment(page), 'q=fold&has=code');
  await press(page, 'Escape');
  assert.equal(await fragment(page), 'has=code');
  await press(page, 'Escape');
  assert.equal(await fragment(page), '');
  assert.equal(await countText(page), '208 works');
});

test('Esc in the search field clears it and stays in the page', async (t) => {
  const page = await t.open();
  await press(page, '/');
  await page.keyboard.type('fold');
  await press(page, 'Escape', 'Escape');
  assert.equal(await searchBox(page).inputValue(), '');
  assert.equal(await countText(page), '208 works');
});

test('Tab goes through header, filters, list and footer, in the order of the page', async (t) => {
  const page = await t.open();
  const seen = /** @type {string[]} */ ([]);
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now === '') break;
    seen.push(now);
  }
  const at = (/** @type {RegExp} */ wanted) => seen.findIndex((name) => wanted.test(name));
  const order = [
    /^select Date of the list/,
    /^input Search/,
    /^button Theme/,
    /^input Paper,/,
    /^input Language,/,
  ];
  const places = order.map(at);
  assert.ok(
    places.every((place) => place >= 0),
    `${places.join()} in ${seen.join(' | ')}`,
  );
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
    seen.join(' | '),
  );
});

test('Tab and Shift+Tab lead out of the element again', async (t) => {
  const page = await t.open();
  await page.keyboard.press('Tab');
  assert.notEqual(await focused(page), '');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), '');
});

test('a question mark shows the keys, Esc closes them', async (t) => {
  const page = await t.open();
  await press(page, '?');
  await page.getByRole('heading', { name: /key/i }).waitFor();
  await t.screenshot(page, 'keys');
  await press(page, 'Escape');
  assert.equal(await page.getByRole('heading', { name: /key/i }).count(), 0);
});

test("keys with Ctrl, Alt or Meta stay the browser's", async (t) => {
  const page = await t.open();
  await page.evaluate(() => {
    Object.assign(window, { taken: [] });
    addEventListener('keydown', (event) => {
      if (event.defaultPrevented) /** @type {any} */ (window).taken.push(event.key);
    });
  });
  const browserKeys = [
    'Control+f',
    'Control+g',
    'Control+s',
    'Control+c',
    'Control+/',
    'Alt+ArrowUp',
    'Meta+k',
    'F3',
  ];
  for (const keys of browserKeys) await page.keyboard.press(keys);
  await searchBox(page).click();
  for (const keys of browserKeys) await page.keyboard.press(keys);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).taken), []);
});

test('c copies the citation of the work that is open', async (t) => {
  const page = await t.open('#work=openfold');
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await press(page, 'c');
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== 'before');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^@\w+\{openfold/);
});
