// Typing in the search field.
import assert from 'node:assert/strict';

import { settled, test } from './harness.mjs';
import { countColor, decodePng } from './pixels.mjs';
import { click, countText, fragment, rows, search, searchBox, shownWorks } from './reader.mjs';

test('typing shows the hits: count, rows, and their words marked', async (t) => {
  const page = await t.open();
  await page.mouse.move(5, 895);
  const before = decodePng(await page.screenshot());
  assert.equal(countColor(before, '#fff0a8'), 0);
  await search(page, 'protein struc');
  assert.match(await countText(page), /^\d+ of 208 works$/);
  const count = await shownWorks(page);
  assert.ok(count > 0 && count < 208);
  for (const text of (await rows(page).allTextContents()).slice(0, 5))
    assert.match(text, /protein/i);
  const after = decodePng(await t.screenshot(page, 'search'));
  assert.ok(countColor(after, '#fff0a8') > 2000, `${countColor(after, '#fff0a8')} marked pixels`);
  assert.equal(await fragment(page), 'q=protein+struc');
});

test('the live region tells the count of the hits, politely', async (t) => {
  const page = await t.open();
  const status = page.getByRole('status').filter({ hasText: 'works' }).first();
  await search(page, 'radiology');
  assert.match((await status.textContent()) ?? '', /\d+ of 208 works/);
  assert.notEqual(await status.getAttribute('aria-live'), 'off');
});

test('all words must hold, the last as a prefix', async (t) => {
  const page = await t.open();
  await search(page, 'protein');
  const wide = await shownWorks(page);
  await search(page, 'protein lang');
  const narrow = await shownWorks(page);
  assert.ok(narrow > 0 && narrow < wide, `${narrow} of ${wide}`);
});

test('phrases, negation and fields are understood', async (t) => {
  const page = await t.open();
  await search(page, '"protein structure"');
  const phrase = await shownWorks(page);
  await search(page, 'protein structure');
  const words = await shownWorks(page);
  assert.ok(phrase > 0 && phrase <= words);
  await search(page, 'protein -structure');
  const without = await shownWorks(page);
  await search(page, 'protein ');
  assert.equal(await shownWorks(page), without + words);
  for (const query of [
    'has:code',
    'year:2021..2022',
    'in:bioinformatics',
    'venue:nature',
    'name:chatcad',
  ]) {
    await search(page, query);
    const count = await shownWorks(page);
    assert.ok(count > 0 && count < 208, `${query}: ${count}`);
  }
});

test('an unknown field is searched as words, and said', async (t) => {
  const page = await t.open();
  await search(page, 'colour:blue');
  const notices = await page.getByRole('status').allTextContents();
  assert.ok(
    notices.some((text) => text.includes('colour')),
    notices.join(' | '),
  );
  await t.screenshot(page, 'search-unknown-field');
});

test('nothing found says what to drop, and how many that gives', async (t) => {
  const page = await t.open('#q=protein&family=audio');
  const rescue = page.getByRole('main').getByRole('button', { name: /\d/ }).first();
  const promised = Number(/(\d+)[^\d]*$/.exec((await rescue.textContent()) ?? '')?.[1]);
  await t.screenshot(page, 'nothing-found');
  assert.ok(promised > 0);
  await click(page, rescue);
  assert.equal(await shownWorks(page), promised);
});

test('an empty result proposes the nearest ones, each with what it gives', async (t) => {
  const page = await t.open();
  const buttons = page.getByRole('main').getByRole('button', { name: /: \d+ works?$/ });
  for (const [query, first] of [
    ['papers with code of 2022', /^Search for “has:code year:2022”/],
    ['protein xqzzy wqkkj', /^Drop “xqzzy”, “wqkkj”/],
    ['"structure protein"', /^Search for “structure protein”/],
  ]) {
    await search(page, /** @type {string} */ (query));
    assert.equal(await shownWorks(page), 0);
    const labels = await buttons.allTextContents();
    assert.match(labels[0], /** @type {RegExp} */ (first));
    for (const label of labels) {
      await search(page, /** @type {string} */ (query));
      await click(page, buttons.filter({ hasText: label }));
      const promised = Number(/: (\d+) works?$/.exec(label)?.[1]);
      assert.equal(await shownWorks(page), promised, label);
    }
  }
});

for (const [name, options] of /** @type {const} */ ([
  ['', { viewport: { width: 1440, height: 900 } }],
  ['-dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }],
  [
    '-phone',
    { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  ],
])) {
  test(
    `what an empty result proposes is drawn and mirrored${name}`,
    { context: options },
    async (t) => {
      const page = await t.open('#q=papers+on+medical+imaging+with+code+since+2021');
      const buttons = page.getByRole('main').getByRole('button', { name: /: \d+ works?$/ });
      assert.ok((await buttons.count()) > 1);
      const picture = decodePng(await t.screenshot(page, `nothing-found-plain-words${name}`));
      assert.ok(picture.width > 0);
      for (const box of await buttons.evaluateAll((all) =>
        all.map((b) => b.getBoundingClientRect().toJSON()),
      ))
        assert.ok(box.left >= 0 && box.right <= options.viewport.width && box.height >= 32);
    },
  );
}

test('letters with accents, dead keys and other scripts go in and come out', async (t) => {
  const page = await t.open();
  await page.keyboard.press('/');
  await page.keyboard.insertText('蛋白质 naïve ﬁ “x”');
  assert.equal(await searchBox(page).inputValue(), '蛋白质 naïve ﬁ “x”');
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), '蛋白质 naïve ﬁ “x”');
  await t.screenshot(page, 'search-scripts');
});

test('an input method composes in the field, undisturbed', async (t) => {
  const page = await t.open();
  await page.keyboard.press('/');
  const session = await t.context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'ㄅ', selectionStart: 1, selectionEnd: 1 });
  await settled(page);
  await session.send('Input.imeSetComposition', {
    text: '蛋白',
    selectionStart: 2,
    selectionEnd: 2,
  });
  await settled(page);
  await session.send('Input.insertText', { text: '蛋白' });
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), '蛋白');
});

test('fast typing loses no letter', async (t) => {
  const page = await t.open();
  await page.keyboard.press('/');
  const text = 'a universal and reliable interactive computer-aided diagnosis';
  await page.keyboard.type(text, { delay: 0 });
  assert.equal(await searchBox(page).inputValue(), text);
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), text);
});

test('the cross in the field clears it', async (t) => {
  const page = await t.open('#q=protein');
  await click(page, page.getByRole('button', { name: 'Clear search' }));
  assert.equal(await countText(page), '208 works');
  assert.equal(await searchBox(page).inputValue(), '');
});

test('paste works, and undo takes it back', async (t) => {
  const page = await t.open();
  await page.evaluate(() => navigator.clipboard.writeText('AlphaFold'));
  await page.keyboard.press('/');
  await page.keyboard.press('Control+v');
  assert.equal(await searchBox(page).inputValue(), 'AlphaFold');
  await settled(page);
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), '');
});
