// Text on the canvas is text: it is selected by dragging and copied as it is written.
import assert from 'node:assert/strict';

import { settled, test } from './harness.mjs';
import { clipboardText, rows, search, workLink } from './reader.mjs';

/**
 * Boxes of the runs of text below something, in the window's coordinates.
 * @param {import('playwright-core').Locator} locator
 */
function runBoxes(locator) {
  return locator.evaluate((element) =>
    [...element.querySelectorAll('.run')].map((run) => {
      const { x, y, width, height } = run.getBoundingClientRect();
      return { text: run.textContent ?? '', x, y, width, height };
    }),
  );
}

/**
 * Drags from the start of one run to the end of another.
 * @param {import('playwright-core').Page} page
 * @param {{x: number, y: number, height: number}} from
 * @param {{x: number, y: number, width: number, height: number}} to
 */
async function dragOver(page, from, to) {
  await page.mouse.move(from.x + 1, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x + to.width) / 2, to.y + to.height / 2, { steps: 5 });
  await page.mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 5 });
  await page.mouse.up();
}

test('a title is selected by dragging over it, and copied exactly', async (t) => {
  const page = await t.open();
  await search(page, 'Highly accurate protein structure');
  const title = 'Highly accurate protein structure prediction with AlphaFold';
  const boxes = (await runBoxes(rows(page).filter({ hasText: title }).first())).filter((run) =>
    title.includes(run.text.trim()),
  );
  assert.ok(boxes.length > 0);
  await dragOver(page, boxes[0], boxes[boxes.length - 1]);
  await t.screenshot(page, 'selection');
  await page.keyboard.press('Control+c');
  assert.equal(await clipboardText(page), title);
  assert.doesNotMatch(page.url(), /work=/, 'selecting opens nothing');
});

test('a title with a short name over two lines is copied as one sentence', async (t) => {
  const page = await t.open();
  await search(page, 'ChiMed-GPT');
  const title =
    'ChiMed-GPT: A Chinese Medical Large Language Model with Full Training Regime and Better ' +
    'Alignment to Human Preferences';
  await page.setViewportSize({ width: 1200, height: 700 });
  await settled(page);
  const boxes = (await runBoxes(workLink(page, /^ChiMed-GPT/))).filter((run) => run.width > 0);
  assert.ok(boxes.length >= 2);
  await dragOver(page, boxes[0], boxes[boxes.length - 1]);
  await page.keyboard.press('Control+c');
  assert.equal(await clipboardText(page), title);
});

test('a double click selects a word', async (t) => {
  const page = await t.open();
  await search(page, 'Highly accurate protein structure');
  const [run] = (await runBoxes(rows(page).first())).filter((each) =>
    each.text.startsWith('Highly'),
  );
  await page.mouse.dblclick(run.x + 15, run.y + run.height / 2);
  await page.keyboard.press('Control+c');
  assert.equal((await clipboardText(page)).trim(), 'Highly');
});

test('every visible run of text lies where it is drawn, as wide as it is drawn', async (t) => {
  const page = await t.open();
  const runs = (await runBoxes(page.getByRole('main'))).filter((run) => run.y > 100 && run.y < 850);
  assert.ok(runs.length > 15);
  // The drawn width cannot be seen from here; that the overlay fits within its row can.
  for (const run of runs) {
    assert.ok(run.x >= 264 && run.x + run.width <= 1440, JSON.stringify(run));
    assert.ok(run.height >= 12 && run.height <= 40, JSON.stringify(run));
  }
});

test('the end of a long title is drawn where its text ends', async (t) => {
  const page = await t.open();
  await search(page, 'Retraining AlphaFold2');
  const { decodePng, colorAt } = await import('./pixels.mjs');
  await page.mouse.move(5, 895);
  await settled(page);
  const picture = decodePng(await page.screenshot());
  const runs = (await runBoxes(workLink(page, /^OpenFold/))).filter(
    (run) => run.text.trim() !== '',
  );
  const last = runs[runs.length - 1];
  /** The right-most column with ink near the end of the run. */
  let end = 0;
  const paper = colorAt(picture, last.x + last.width + 8, last.y + last.height / 2);
  for (let x = Math.floor(last.x); x < last.x + last.width + 8; ++x) {
    for (let y = Math.ceil(last.y) + 2; y < last.y + last.height - 2; ++y) {
      if (colorAt(picture, x, y) !== paper) end = x;
    }
  }
  assert.ok(
    Math.abs(end - (last.x + last.width)) <= 3,
    `ink ends at ${end}, text at ${last.x + last.width}`,
  );
});
