// The browser's own search (Ctrl F), with keys as a keyboard gives them: what it finds, whether it
// is drawn or not, and where the canvas then stands.
import assert from 'node:assert/strict';

import { settled, test, watchForReady } from './harness.mjs';
import { rows, search, shownWorks } from './reader.mjs';
import { decodePng } from './pixels.mjs';
import { openWindow } from './windowed_browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** Waits until all works but those that are drawn stand in the page as text. @param {Page} page @param {number} works */
function untilFar(page, works) {
  return page.waitForFunction((count) => {
    const root = document.querySelector('lamplight-catalog')?.shadowRoot;
    return root?.querySelectorAll('.far > [hidden]').length === count;
  }, works);
}

/** @param {Page} page @param {string} which of the far texts */
async function titlesOf(page, which) {
  await untilFar(page, 208);
  const texts = page.locator(`lamplight-catalog .far > ${which}`);
  return texts.evaluateAll((all) =>
    all.map(({ textContent }) => (textContent ?? '').split('\n')[0].replace(/\s+/g, ' ')),
  );
}

/** How much of the far text could be found now. @param {Page} page */
const farTexts = (page) => page.locator('lamplight-catalog .far > [hidden="until-found"]').count();

/** The browser's own colour of the place that it is at. */
const MARK = [0xff, 0x96, 0x32];

/**
 * Where the browser marks what it found: the words of the layer beneath, and the row, heading or
 * label that they stand in.
 * @param {Page} page
 */
async function markedPlace(page) {
  const { rgb, width } = decodePng(await page.screenshot());
  for (let at = 0; at < rgb.length; at += 3) {
    if (rgb[at] === MARK[0] && rgb[at + 1] === MARK[1] && rgb[at + 2] === MARK[2]) {
      return page.evaluate(placeAt, { x: (at / 3) % width, y: Math.floor(at / 3 / width) + 4 });
    }
  }
  return null;
}

/** Runs in the page. @param {{x: number, y: number}} point */
function placeAt({ x, y }) {
  const root = document.querySelector('lamplight-catalog')?.shadowRoot;
  const run = root?.elementsFromPoint(x, y).find((each) => each.classList.contains('run'));
  if (!run) return null;
  const holder = run.closest('[role="row"], label, [role="group"], h2, .content');
  return { text: holder?.textContent?.replace(/\s+/g, ' ') ?? '', x, y };
}

class Finder {
  /**
   * @param {Awaited<ReturnType<typeof openWindow>>} windowed
   * @param {Page} page
   */
  constructor(windowed, page) {
    this.windowed = windowed;
    this.page = page;
  }

  /** Opens the browser's field, or takes what stands there in hand again. @param {string} words */
  async find(words) {
    await this.windowed.keys('ctrl+f');
    await this.windowed.type(words);
  }

  /**
   * Waits until the browser marks a place that is so.
   * @param {(text: string) => boolean} isMeant
   */
  async marks(isMeant) {
    for (const end = Date.now() + 60_000; ;) {
      const place = await markedPlace(this.page);
      if (place && isMeant(place.text)) return place;
      if (Date.now() > end) assert.fail(`marked is ${place?.text}`);
    }
  }
}

/**
 * @param {import('./harness.mjs').Fixture} t
 * @param {string} path
 * @param {(page: Page, finder: Finder) => Promise<void>} body
 */
async function inWindow(t, path, body) {
  const windowed = await openWindow();
  try {
    const page = await windowed.context.newPage();
    await watchForReady(page);
    await page.goto(new URL(path, t.url).href);
    await page.waitForFunction(() => document.querySelector('lamplight-catalog[data-ready]'));
    await windowed.focus();
    await page.bringToFront();
    // While the page has work to do, it gets keys that are meant for the browser's field.
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    await body(page, new Finder(windowed, page));
  } finally {
    await windowed.close();
  }
}

test('Ctrl F finds 20 of 20 works far from the window, shows each and marks it', async (t) => {
  await inWindow(t, '', async (page, finder) => {
    const far = await titlesOf(page, '[hidden="until-found"]');
    assert.ok(far.length > 180, `${far.length} far works`);
    const asked = far.flatMap((title) => /^[\w :-]{30}/.exec(title)?.[0].trim() ?? []);
    const chosen = Array.from({ length: 20 }, (_, i) => asked[Math.floor((i * asked.length) / 20)]);
    assert.equal(new Set(chosen).size, 20);
    for (const words of [...chosen.slice(10), ...chosen.slice(0, 10)]) {
      await finder.find(words);
      await finder.marks((text) => text.includes(words));
    }
    await page.screenshot({ path: 'build/screenshots/find-far.png' });
  });
});

test('Ctrl F goes on from work to work through the whole list, and back', async (t) => {
  await inWindow(t, '', async (page, finder) => {
    const word = 'segmentation';
    const expected = (await titlesOf(page, '[hidden]')).filter((title) =>
      title.toLowerCase().includes(word),
    );
    assert.ok(expected.length >= 4, expected.join('\n'));
    await finder.find(word);
    await finder.marks((text) => text.startsWith(expected[0]));
    for (const title of expected.slice(1)) {
      await finder.windowed.keys('Return');
      await finder.marks((text) => text.startsWith(title));
    }
    // Back among the rows in sight.
    for (const title of expected.slice(-4, -1).reverse()) {
      await finder.windowed.keys('shift+Return');
      await finder.marks((text) => text.startsWith(title));
    }
  });
});

test('Ctrl F finds a folded value of a facet and unfolds it', async (t) => {
  await inWindow(t, '', async (page, finder) => {
    const value = 'npj Digital Medicine';
    const box = page.getByRole('checkbox', { name: new RegExp(`^${value}, `) });
    assert.equal(await box.count(), 0, 'it is folded away');
    await finder.find(value);
    await finder.marks((text) => text.startsWith(value));
    assert.equal(await box.count(), 1);
    await page.screenshot({ path: 'build/screenshots/find-folded.png' });
  });
});

test('Ctrl F finds a phrase over the runs and lines of a row, and the text of the detail', async (t) => {
  await inWindow(t, '#q=ChiMed-GPT&work=chimed-gpt', async (page, finder) => {
    for (const phrase of ['ChiMed-GPT: A Chinese', 'Better Alignment to Human Preferences']) {
      await finder.find(phrase);
      await finder.marks((text) => text.includes(phrase));
    }
    await finder.find('eprint = {2311.06025}');
    await finder.marks((text) => text.includes('eprint'));
    await page.screenshot({ path: 'build/screenshots/find-detail.png' });
  });
});

test('a link to words of the list (#:~:text=) shows the far work that holds them', async (t) => {
  const page = await t.open();
  await untilFar(page, 208);
  const title = 'Deepconv-dti';
  assert.equal(await rows(page).filter({ hasText: title }).count(), 0);
  await page.evaluate((words) => {
    const link = document.createElement('a');
    link.href = `#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
    link.id = 'words';
    link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9';
    link.append('words');
    document.body.append(link);
  }, title);
  await page.locator('#words').click();
  const row = rows(page).filter({ hasText: title });
  await row.waitFor();
  const { y } = /** @type {{y: number}} */ (await row.boundingBox());
  assert.ok(y >= 56 && y < 900, `row at ${y}`);
});

test('far text follows the result, and stands aside while nothing is searched for', async (t) => {
  const page = await t.open();
  await untilFar(page, 208);
  const drawn = await rows(page).count();
  assert.equal(await farTexts(page), 208 - drawn);
  await search(page, 'protein');
  const found = await shownWorks(page);
  assert.ok(found > 5 && found < 100);
  await untilFar(page, found);
  assert.equal(await farTexts(page), found - (await rows(page).count()));

  // Neither the tree for screen readers, nor Tab, nor a selection of all comes upon it.
  await search(page, '');
  const [words] = (await titlesOf(page, '[hidden="until-found"]')).slice(-1);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  assert.ok(!nodes.some((node) => !node.ignored && String(node.name?.value).includes(words)));
  const focusable = await page
    .locator('lamplight-catalog .far :is(a, button, input, [tabindex])')
    .count();
  assert.equal(focusable, 0);
  await page.keyboard.press('Escape');
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
  const { frames, count } = await page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector('lamplight-catalog'));
    return { frames: element.framesDrawn, count: String(getSelection()) };
  });
  assert.ok(!count.includes(words));
  await settled(page);
  assert.ok(
    (await page.evaluate(
      () => /** @type {any} */ (document.querySelector('lamplight-catalog')).framesDrawn,
    )) -
      frames <=
      2,
  );
});
