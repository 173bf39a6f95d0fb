// Marking text: words, whole titles, beyond what is seen, code, links, and all of it.
import assert from 'node:assert/strict';

import { nextFrames, settled, test } from './harness.mjs';
import { clipboardText, countText, detail, rows, search } from './reader.mjs';
import { makeSite } from './sites.mjs';

/**
 * The middle of a piece of text that stands in one run.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} around
 * @param {string} text
 */
async function middleOfText(page, around, text) {
  await settled(page);
  return around.evaluate((element, wanted) => {
    for (const run of element.querySelectorAll('.run')) {
      const at = (run.textContent ?? '').indexOf(wanted);
      if (at < 0 || !run.firstChild) continue;
      const range = document.createRange();
      range.setStart(run.firstChild, at);
      range.setEnd(run.firstChild, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, left: x, right: x + width };
    }
    throw new Error(`no run has “${wanted}”`);
  }, text);
}

/** @param {import('playwright-core').Page} page */
async function copied(page) {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.keyboard.press('Control+c');
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
  return clipboardText(page);
}

test('two clicks on a title take a word and open nothing, three all of the title', async (t) => {
  const page = await t.open('#q=ChiMed-GPT');
  const row = rows(page).first();
  const { x, y } = await middleOfText(page, row, 'Chinese');
  const entries = await page.evaluate(() => history.length);
  await page.mouse.dblclick(x, y);
  await settled(page);
  assert.equal(await copied(page), 'Chinese');
  assert.doesNotMatch(page.url(), /work=/);
  assert.equal(await detail(page).count(), 0);
  await page.mouse.click(x, y, { clickCount: 3 });
  await settled(page);
  assert.equal(
    await copied(page),
    'ChiMed-GPT: A Chinese Medical Large Language Model with Full Training Regime and Better ' +
      'Alignment to Human Preferences',
  );
  assert.doesNotMatch(page.url(), /work=/);
  assert.ok((await page.evaluate(() => history.length)) <= entries + 1);
  await t.screenshot(page, 'title-marked');
  await page.mouse.click(x, y);
  await page.waitForFunction(() => location.hash.includes('work='));
});

test('two clicks on what stands below a title take a word and open nothing', async (t) => {
  const page = await t.open('#q=AlphaFold');
  const row = rows(page).first();
  const meta = await row.evaluate((element) => {
    const runs = [...element.querySelectorAll('.run')].filter((run) => !run.closest('a'));
    return runs.map((run) => run.textContent ?? '').find((text) => /\w{5}/.test(text)) ?? '';
  });
  const word = /\w{5,}/.exec(meta)?.[0] ?? '';
  assert.ok(word, meta);
  const { x, y } = await middleOfText(page, row, word);
  await page.mouse.dblclick(x, y);
  await settled(page);
  assert.equal(await copied(page), word);
  assert.doesNotMatch(page.url(), /work=/);
});

test('two clicks beside an open detail keep the work that is open', async (t) => {
  const page = await t.open('#q=protein&work=openfold');
  const row = rows(page).nth(3);
  const title = await row.locator('a').first().innerText();
  const word = /[A-Za-z]{5,}/.exec(title.replace(/\s+/g, ' '))?.[0] ?? '';
  const { x, y } = await middleOfText(page, row, word);
  await page.mouse.dblclick(x, y);
  await settled(page);
  assert.equal(await copied(page), word);
  assert.match(page.url(), /work=openfold/);
});

test('a drag below the list scrolls it, and takes every work on the way', async (t) => {
  const page = await t.open();
  const first = await middleOfText(page, rows(page).first(), 'ChiMed');
  const bottom = await rows(page)
    .first()
    .evaluate((row) => row.closest('.scroller')?.getBoundingClientRect().bottom ?? 0);
  await page.mouse.move(first.left + 1, first.y);
  await page.mouse.down();
  await page.mouse.move(first.left + 40, first.y + 60, { steps: 4 });
  await page.mouse.move(first.left + 40, bottom + 20, { steps: 4 });
  await page.waitForFunction(() => {
    const root = document.querySelector('lamplight-catalog')?.shadowRoot;
    return (root?.querySelector('[role="row"]')?.closest('.scroller')?.scrollTop ?? 0) > 1000;
  });
  await page.mouse.up();
  await settled(page);
  const text = await copied(page);
  await t.screenshot(page, 'marked-far');
  const works = await page.evaluate(() => {
    const root = document.querySelector('lamplight-catalog')?.shadowRoot;
    const seen = [...(root?.querySelectorAll('[role="row"]') ?? [])];
    return Math.min(...seen.slice(1).map((row) => Number(row.getAttribute('aria-rowindex'))));
  });
  // Line by line, each work that was passed has its addresses or its line.
  assert.ok(text.startsWith('ChiMed-GPT: A Chinese Medical'), text.slice(0, 80));
  assert.ok(
    text.split('\n').length > works * 2,
    `${text.split('\n').length} lines, ${works} works`,
  );
});

test('BibTeX is copied with its lines', async (t) => {
  const page = await t.open('#work=openfold');
  const code = detail(page);
  const begin = await middleOfText(page, code, '@misc{');
  await page.mouse.click(begin.x, begin.y, { clickCount: 3 });
  await settled(page);
  const lines = (await copied(page)).split('\n');
  assert.match(lines[0], /^@misc\{\w+,$/);
  assert.match(lines.at(-1) ?? '', /^\}$/);
  assert.ok(
    lines.length >= 4 && lines.slice(1, -1).every((line) => line.includes('=')),
    lines.join('\n'),
  );
});

test('a link that is dragged is a link', async (t) => {
  const page = await t.open('#q=ChiMed-GPT');
  await page.evaluate(() => {
    addEventListener('dragstart', (event) => {
      Object.assign(window, { dragged: event.dataTransfer?.getData('text/uri-list') });
    });
  });
  const link = rows(page)
    .first()
    .getByRole('link', { name: /^Paper/ });
  const box = await link.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 40, box.y + 40, { steps: 8 });
  await page.mouse.up();
  const dragged = await page.evaluate(() => /** @type {any} */ (window).dragged);
  assert.match(String(dragged), /^https?:\/\//);
});

test('all that is selected is the whole result', async (t) => {
  const page = await t.open();
  await page.keyboard.press('Control+a');
  await nextFrames(page);
  const all = await copied(page);
  assert.equal(all.split('\n\n').length, 209, 'a head, and 208 works');
  assert.match(all, /^Healthcare Foundation Models\n208 works/);
  await search(page, 'openfold');
  await page.keyboard.press('Escape');
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
  await page.keyboard.press('Control+a');
  const one = await copied(page);
  const count = Number.parseInt(await countText(page), 10);
  assert.equal(one.split('\n\n').length, count + 1);
  assert.match(one, /OpenFold: /);
  assert.match(one, /Paper: https:/);
});

/** @param {number} works */
const makeList = (works) =>
  '# A long list\n\n## All\n\n' +
  Array.from({ length: works }, (_, i) => `- Work ${i} [[Code]](https://example.org/${i})\n`).join(
    '',
  );

test(
  'of more works than anyone pastes, it is said how many were taken',
  { site: () => makeSite('selection', { 'list.md': makeList(5100) }) },
  async (t) => {
    const page = await t.open();
    await page.keyboard.press('Control+a');
    const all = await copied(page);
    assert.match(all, /^A long list\nThe first 5000 of 5100 works/);
    assert.equal(all.split('\n\n').length, 5001);
    assert.match(
      (await page.locator('lamplight-catalog .told').textContent()) ?? '',
      /^Copied: The first 5000 of 5100 works\./,
    );
  },
);
