// The search field as a combobox, and what it remembers.
import assert from 'node:assert/strict';

import { settled, test } from './harness.mjs';
import {
  click,
  detail,
  focused,
  fragment,
  middleOf,
  press,
  search,
  searchBox,
  shownWorks,
  untilCounted,
  workLink,
} from './reader.mjs';

/** @typedef {import('playwright-core').Page} Page */

const phone = {
  context: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  },
};

/** @param {Page} page */
const popup = (page) => page.getByRole('listbox');
/** @param {Page} page */
const options = (page) => popup(page).getByRole('option');

/** @param {Page} page @param {string} text */
async function type(page, text) {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await settled(page);
}

/** What the field says of the popup: expanded, and the name of the active option. @param {Page} page */
function said(page) {
  return searchBox(page).evaluate((input) => {
    const root = /** @type {ShadowRoot} */ (input.getRootNode());
    const list = root.getElementById(input.getAttribute('aria-controls') ?? '');
    const active = root.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    return {
      isExpanded: input.getAttribute('aria-expanded'),
      list: list?.getAttribute('role') ?? null,
      active: active?.getAttribute('aria-label') ?? null,
      isInList: active === null || list?.contains(active) === true,
    };
  });
}

test('typing opens suggestions below the field, and says so', async (t) => {
  const page = await t.open();
  assert.equal(await popup(page).count(), 0, 'not by itself');
  assert.deepEqual(await said(page), {
    isExpanded: 'false',
    list: null,
    active: null,
    isInList: true,
  });
  await type(page, 'prot');
  const now = await said(page);
  assert.equal(now.isExpanded, 'true');
  assert.equal(now.list, 'listbox');
  assert.equal(now.active, null);
  const count = await options(page).count();
  assert.ok(count > 1);
  assert.equal(await options(page).first().getAttribute('aria-posinset'), '1');
  assert.equal(await options(page).first().getAttribute('aria-setsize'), String(count));
  const labels = await options(page).evaluateAll((all) =>
    all.map((option) => option.getAttribute('aria-label')),
  );
  assert.deepEqual(labels, ['ProtTrans, 1 work', 'protein, 14 works']);
  const field = await searchBox(page).boundingBox();
  const list = await popup(page).boundingBox();
  assert.ok(field && list && list.y >= field.y + field.height && list.y < field.y + 60);
  await press(page, 'ArrowDown');
  await t.screenshot(page, 'suggestions');
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  await t.screenshot(page, 'suggestions-dark');
});

test('suggestions are counted beside the other words, and none leads to nothing', async (t) => {
  const page = await t.open();
  await type(page, 'language mo');
  const labels = await options(page).evaluateAll((all) =>
    all.map((option) => option.getAttribute('aria-label') ?? ''),
  );
  const counts = labels.map((label) => Number(/, (\d+) works?$/.exec(label)?.[1]));
  assert.ok(counts.length > 1 && counts.every((count) => count > 0), labels.join(' | '));
  await t.screenshot(page, 'suggestions-beside');
  for (const [at, count] of counts.entries()) {
    if (at > 0) await type(page, '');
    await searchBox(page).fill('');
    await page.keyboard.type('language mo');
    await settled(page);
    for (let step = 0; step <= at; ++step) await press(page, 'ArrowDown');
    assert.equal((await said(page)).active, labels[at]);
    await press(page, 'Enter');
    assert.equal(await shownWorks(page), count, labels[at]);
  }
});

test('a blank at the end of a query changes nothing that is found', async (t) => {
  const page = await t.open();
  for (const query of ['prot', 'language mod', '"language mod']) {
    await searchBox(page).focus();
    await searchBox(page).fill('');
    await page.keyboard.type(query);
    await settled(page);
    const before = await shownWorks(page);
    assert.ok(before > 0, query);
    await page.keyboard.type(' ');
    await settled(page);
    assert.equal(await shownWorks(page), before, query);
  }
});

test('plain words are offered as fields in one click', async (t) => {
  const page = await t.open();
  await type(page, 'papers with code of 2022');
  const label = (await options(page).first().getAttribute('aria-label')) ?? '';
  const promised = Number(/^has:code year:2022, did you mean · (\d+) works$/.exec(label)?.[1]);
  assert.ok(promised > 0, label);
  await t.screenshot(page, 'suggestions-plain-words');
  await click(page, options(page).first());
  assert.equal(await searchBox(page).inputValue(), 'has:code year:2022 ');
  assert.equal(await shownWorks(page), promised);
  assert.equal(await popup(page).count(), 0);
});

test('arrows move through the options, the caret stays, Enter takes one', async (t) => {
  const page = await t.open();
  await type(page, 'prote');
  await press(page, 'ArrowDown');
  const first = await said(page);
  assert.ok(first.active && first.isInList);
  assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
  assert.match(await focused(page), /^input Search/);
  await press(page, 'ArrowUp');
  assert.equal((await said(page)).active, null);
  assert.equal(await fragment(page), 'q=prote', 'no work was chosen');
  await page.keyboard.press('Home');
  await page.keyboard.type('x');
  assert.equal(await searchBox(page).inputValue(), 'xprote', 'Home is the caret’s');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('End');
  await press(page, 'ArrowDown', 'Enter');
  assert.equal((await said(page)).isExpanded, 'false');
  const query = await searchBox(page).inputValue();
  assert.match(query, /^protein/);
  const caret = await searchBox(page).evaluate(
    (input) => /** @type {HTMLInputElement} */ (input).selectionStart,
  );
  assert.equal(caret, query.length);
  assert.ok((await shownWorks(page)) > 0);
});

test('Escape closes the suggestions first, then clears', async (t) => {
  const page = await t.open();
  await type(page, 'prot');
  await press(page, 'Escape');
  assert.equal(await popup(page).count(), 0);
  assert.equal(await searchBox(page).inputValue(), 'prot');
  await press(page, 'Escape');
  assert.equal(await searchBox(page).inputValue(), '');
});

test('Tab leaves the suggestions, and a click elsewhere closes them', async (t) => {
  const page = await t.open();
  await type(page, 'prot');
  await press(page, 'Tab');
  assert.equal(await popup(page).count(), 0);
  assert.equal(await searchBox(page).inputValue(), 'prot');
  assert.doesNotMatch(await focused(page), /^input Search/);
  await type(page, 'e');
  assert.equal(await popup(page).count(), 1);
  await page.mouse.click(700, 880);
  await settled(page);
  assert.equal(await popup(page).count(), 0);
});

test('a click takes a suggestion, and the field keeps the focus', async (t) => {
  const page = await t.open();
  await type(page, 'has');
  await click(page, options(page).filter({ hasText: 'has:' }).first());
  assert.equal(await searchBox(page).inputValue(), 'has:');
  assert.match(await focused(page), /^input Search/);
  await t.screenshot(page, 'suggestions-values');
  await click(page, options(page).filter({ hasText: 'has:code' }));
  assert.match(await searchBox(page).inputValue(), /^has:code/);
  assert.match(await focused(page), /^input Search/);
  assert.equal(await popup(page).count(), 0);
  await page.keyboard.type('protein');
  assert.match(await searchBox(page).inputValue(), /^has:code ?protein/);
});

test('a finger takes a suggestion of 44 px', phone, async (t) => {
  const page = await t.open();
  const field = await middleOf(searchBox(page));
  await page.touchscreen.tap(field.x, field.y);
  await page.keyboard.type('prot');
  await settled(page);
  await t.screenshot(page, 'phone-suggestions');
  const box = await options(page).first().boundingBox();
  assert.ok(box && box.height >= 44);
  const { x, y } = await middleOf(options(page).first());
  await page.touchscreen.tap(x, y);
  await settled(page);
  assert.notEqual(await searchBox(page).inputValue(), 'prot');
  assert.equal(await popup(page).count(), 0);
  assert.equal(await detail(page).count(), 0, 'the row below was not touched');
});

test('what an input method composes is left alone while suggestions show', async (t) => {
  const page = await t.open();
  await type(page, 'prot');
  const session = await t.context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'e', selectionStart: 1, selectionEnd: 1 });
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), 'prote');
  assert.equal(await popup(page).count(), 1);
  await session.send('Input.imeSetComposition', { text: 'ei', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: 'ein' });
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), 'protein');
});

test('searches that led somewhere are offered again, after a reload, too', async (t) => {
  const page = await t.open();
  await search(page, 'openfold');
  await click(page, workLink(page, /^OpenFold/));
  await page.goto(t.url);
  await page.waitForFunction(() => document.querySelector('lamplight-catalog[data-ready]'));
  await settled(page);
  assert.equal(await popup(page).count(), 0);
  await press(page, '/');
  assert.deepEqual(await options(page).allTextContents(), [
    'openfold searched before',
    'Forget these searches',
  ]);
  await t.screenshot(page, 'suggestions-before');
  await press(page, 'ArrowDown', 'Enter');
  assert.equal(await searchBox(page).inputValue(), 'openfold');
  await press(page, 'Escape', 'Escape');
  await page.keyboard.press('Tab');
  await press(page, '/', 'ArrowUp', 'Enter');
  assert.equal(await popup(page).count(), 0);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test('a word that stands nowhere is told, with what was searched instead', async (t) => {
  const page = await t.open();
  await search(page, 'protien ');
  assert.ok((await shownWorks(page)) > 0);
  await t.screenshot(page, 'correction');
  await click(page, page.getByRole('main').getByRole('button', { name: /protein/ }));
  assert.match(await searchBox(page).inputValue(), /^protein/);
});

test('a saved work is marked, found, kept, and known to the other tabs', async (t) => {
  const page = await t.open('#work=openfold');
  const other = await t.open('#q=is:saved');
  assert.equal(await shownWorks(other), 0);
  await page.bringToFront();
  await press(page, 's');
  await t.screenshot(page, 'saved');
  assert.equal(await page.getByRole('main').getByRole('img', { name: 'Saved' }).count(), 1);
  await other.bringToFront();
  await untilCounted(other, /^\s*1 of 208/);
  assert.equal(await shownWorks(other), 1);
  await other.reload();
  await other.waitForFunction(() => document.querySelector('lamplight-catalog[data-ready]'));
  await settled(other);
  assert.equal(await shownWorks(other), 1);
  await page.bringToFront();
  await click(page, page.getByRole('button', { name: 'Saved: take it off' }));
  await other.bringToFront();
  await untilCounted(other, /^\s*0 of 208/);
});
