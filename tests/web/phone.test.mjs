// A phone: 390 x 844 at two pixels each, by touch.
import assert from 'node:assert/strict';

import { settled, test } from './harness.mjs';
import {
  checkbox,
  countText,
  untilOlderSnapshots,
  rowsThatReachOut,
  detail,
  facetCount,
  middleOf,
  rows,
  searchBox,
  shownWorks,
  workLink,
} from './reader.mjs';

const phone = {
  context: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  },
};

/** @param {import('playwright-core').Page} page @param {import('playwright-core').Locator} target */
async function tap(page, target) {
  const { x, y } = await middleOf(target);
  await page.touchscreen.tap(x, y);
  await settled(page);
}

/**
 * A finger that pulls the page up, as the browser hears it.
 * @param {import('playwright-core').Page} page @param {number} distance
 */
async function swipe(page, distance) {
  const session = await page.context().newCDPSession(page);
  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {number[]} [places] */
  const touch = (type, places = []) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map((y) => ({ x: 195, y })),
    });
  for (let moved = 0; moved < distance; moved += 400) {
    await touch('touchStart', [700]);
    for (const y of [680, 600, 500, 400, 300]) await touch('touchMove', [y]);
    await touch('touchEnd');
  }
  await settled(page);
}

test('the phone has the list, with nothing cut off sideways', phone, async (t) => {
  const page = await t.open();
  await t.screenshot(page, 'phone');
  assert.match(await countText(page), /208 works/);
  const runs = await page
    .getByRole('main')
    .locator('.run')
    .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().toJSON()));
  for (const run of runs) assert.ok(run.left >= 0 && run.right <= 391, JSON.stringify(run));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test('no row of the phone reaches into the next, once everything is loaded', phone, async (t) => {
  const page = await t.open();
  await untilOlderSnapshots(page);
  assert.deepEqual(await rowsThatReachOut(page), []);
  await swipe(page, 800);
  assert.deepEqual(await rowsThatReachOut(page), []);
});

test('the phone searches as one types', phone, async (t) => {
  const page = await t.open();
  await tap(page, searchBox(page));
  await page.keyboard.type('protein struc');
  await settled(page);
  assert.ok((await shownWorks(page)) < 60);
  await t.screenshot(page, 'phone-search');
  const size = await searchBox(page).evaluate((input) =>
    parseFloat(getComputedStyle(input).fontSize),
  );
  assert.ok(size >= 16, `${size} px: phones zoom in on smaller fields`);
});

test('the phone opens the filters as a drawer, and a tap filters', phone, async (t) => {
  const page = await t.open();
  await tap(page, page.getByRole('button', { name: /^Filters/ }));
  await t.screenshot(page, 'phone-drawer');
  const promised = await facetCount(page, 'Model family', 'Vision');
  await tap(page, checkbox(page, 'Model family', 'Vision'));
  assert.ok(await checkbox(page, 'Model family', 'Vision').isChecked());
  await tap(page, page.getByRole('button', { name: /^Show \d+/ }).last());
  assert.equal(await checkbox(page, 'Model family', 'Vision').count(), 0, 'the drawer is closed');
  assert.equal(await shownWorks(page), promised);
  await t.screenshot(page, 'phone-filtered');
});

test('the phone opens a work over the list, and goes back to it', phone, async (t) => {
  const page = await t.open('#q=openfold');
  await tap(page, workLink(page, /^OpenFold/));
  await detail(page).waitFor();
  await t.screenshot(page, 'phone-detail');
  await tap(page, page.getByRole('button', { name: 'Back to the list' }));
  assert.equal(await detail(page).count(), 0);
  await tap(page, workLink(page, /^OpenFold/));
  await detail(page).waitFor();
  await page.goBack();
  await settled(page);
  assert.equal(await detail(page).count(), 0);
});

test('the phone scrolls by a finger, through all of the list', phone, async (t) => {
  const page = await t.open();
  const first = await rows(page).first().getAttribute('aria-rowindex');
  assert.equal(first, '1');
  await swipe(page, 1600);
  const positions = await rows(page).evaluateAll((items) =>
    items.map((item) => Number(item.getAttribute('aria-rowindex'))),
  );
  assert.ok(Math.min(...positions) > 5, positions.join());
  await t.screenshot(page, 'phone-scrolled');
});

test('what is to be touched is at least 44 px, or has that room around it', phone, async (t) => {
  const page = await t.open('#family=language');
  /** Boxes of all controls in sight, and how far a tap off their middle still hits them. */
  const reach = () =>
    page.evaluate(() => {
      const host = document.querySelector('lamplight-catalog');
      const root = host?.shadowRoot;
      if (!root) return [];
      const controls = [
        ...root.querySelectorAll('.layer :is(a, button, select, input, label, [role=slider])'),
      ].filter((control) => control.checkVisibility() && !control.closest('[aria-hidden=true]'));
      const owner = (/** @type {Element | null} */ at) =>
        at?.closest('a, button, select, input, label, [role=slider]');
      return controls
        .map((control) => {
          const box = control.getBoundingClientRect();
          const x = box.x + box.width / 2;
          const y = box.y + box.height / 2;
          const around = control.closest('.scroller')?.getBoundingClientRect();
          // What is cut off is scrolled to before it is touched.
          const top = Math.max(0, around?.top ?? 0);
          const bottom = Math.min(innerHeight, around?.bottom ?? innerHeight);
          if (box.y < top || box.bottom > bottom || x < 0 || x > innerWidth) return null;
          const same = (/** @type {Element | null} */ at) => {
            const found = owner(at);
            return (
              found === control ||
              (found instanceof HTMLLabelElement && found.contains(control)) ||
              (control instanceof HTMLLabelElement && control.contains(found ?? null))
            );
          };
          if (!same(root.elementFromPoint(x, y))) return null;
          // So is what lies in part below the section's heading, which stays at the top.
          const isCovered = (/** @type {number} */ at) => {
            const found = root.elementFromPoint(x, at);
            return !same(found) && !owner(found);
          };
          if (isCovered(box.y + 1) || isCovered(box.bottom - 1)) return null;
          let up = 0;
          let down = 0;
          while (up < 30 && same(root.elementFromPoint(x, y - up - 1))) ++up;
          while (down < 30 && same(root.elementFromPoint(x, y + down + 1))) ++down;
          return {
            name: control.getAttribute('aria-label') ?? control.textContent,
            height: up + down + 1,
            drawn: box.height,
          };
        })
        .filter((found) => found !== null);
    });
  const small = (await reach()).filter((found) => found.height < 43);
  assert.deepEqual(small, []);
  await tap(page, page.getByRole('button', { name: /^Filters/ }));
  assert.deepEqual(
    (await reach()).filter((found) => found.height < 43),
    [],
  );
});

test(
  'the phone lying on its side shows the list',
  { context: { ...phone.context, viewport: { width: 844, height: 390 } } },
  async (t) => {
    const page = await t.open();
    await t.screenshot(page, 'phone-side');
    assert.ok((await rows(page).count()) > 0);
  },
);

test('turning the phone keeps the place', phone, async (t) => {
  const page = await t.open();
  await swipe(page, 1200);
  const before = await rows(page).evaluateAll((items) => {
    const seen = items.find((item) => item.getBoundingClientRect().top > 150);
    return Number(seen?.getAttribute('aria-rowindex'));
  });
  await page.setViewportSize({ width: 844, height: 390 });
  await settled(page);
  const after = await rows(page).evaluateAll((items) =>
    items
      .filter(
        (item) =>
          item.getBoundingClientRect().bottom > 100 && item.getBoundingClientRect().top < 390,
      )
      .map((item) => Number(item.getAttribute('aria-rowindex'))),
  );
  assert.ok(
    after.some((position) => Math.abs(position - before) <= 3),
    `${before} became ${after.join()}`,
  );
});
