// The detail of a work, and links: as a page's own.
import assert from 'node:assert/strict';

import { addressOf, heardEvents, settled, test } from './harness.mjs';
import {
  click,
  clipboardText,
  countText,
  detail,
  fragment,
  press,
  rows,
  search,
  workLink,
} from './reader.mjs';

test('a click on a row opens its detail', async (t) => {
  const page = await t.open();
  await search(page, 'openfold');
  await click(page, workLink(page, /^OpenFold/));
  await detail(page).waitFor();
  assert.ok(await detail(page).getByRole('heading', { name: 'OpenFold' }).isVisible());
  const text = ((await detail(page).textContent()) ?? '').replace(/\s+/g, ' ');
  assert.match(text, /Retraining AlphaFold2/);
  assert.match(text, /10\.1101\/2022\.11\.20\.517210/);
  assert.match(text, /Bioinformatics/);
  assert.match(await fragment(page), /(^|&)work=openfold$/);
  await t.screenshot(page, 'detail');
  const selected = (await heardEvents(page)).filter((event) => event.type === 'select');
  assert.ok(JSON.stringify(selected.at(-1)?.detail ?? null).includes('openfold'));
});

test('what is derived says what it was derived from', async (t) => {
  const page = await t.open('#work=openfold');
  const text = ((await detail(page).textContent()) ?? '').replace(/\s+/g, ' ');
  assert.match(text, /2022.{0,40}from the/i);
});

test('the detail offers BibTeX and copies it', async (t) => {
  const page = await t.open('#work=openfold');
  const copy = detail(page).getByRole('button', { name: 'Copy citation' });
  await copy.scrollIntoViewIfNeeded();
  await click(page, copy);
  const bibtex = await clipboardText(page);
  assert.match(bibtex, /^@\w+\{openfold/);
  assert.match(bibtex.replace(/[{}]/g, ''), /title\s*=\s*OpenFold: Retraining AlphaFold2/);
  assert.ok(
    (await page.getByRole('status').allTextContents()).some((text) => /copied/i.test(text)),
  );
});

test('the detail copies a link to this view that opens it again', async (t) => {
  const page = await t.open('#q=fold&work=openfold');
  await click(page, detail(page).getByRole('button', { name: 'Copy link' }));
  const link = await clipboardText(page);
  assert.ok(link.startsWith(t.url), link);
  await page.goto('about:blank');
  await page.goto(link);
  await page.waitForFunction(() => /** @type {any} */ (window).heardEvents.length > 0);
  await detail(page).getByRole('heading', { name: 'OpenFold' }).waitFor();
});

test('a place in the detail leads into its section', async (t) => {
  const page = await t.open('#work=openfold');
  await click(page, detail(page).getByRole('link', { name: /Bioinformatics/ }));
  assert.equal(await countText(page), '41 of 208 works');
  assert.match(await fragment(page), /^in=applications/);
});

test('a dataset shows its cells, a law its source', async (t) => {
  const page = await t.open();
  await search(page, 'ZINC20');
  await click(page, workLink(page, 'ZINC20'));
  assert.match((await detail(page).textContent()) ?? '', /1\.4B compounds from 310 catalogs/);
  await t.screenshot(page, 'detail-dataset');
  await search(page, 'AI Act');
  await click(page, workLink(page, /^AI Act/));
  assert.ok(await detail(page).getByRole('link', { name: 'Source' }).first().isVisible());
  await t.screenshot(page, 'detail-law');
});

test('a label without a target is text, not a link', async (t) => {
  const page = await t.open();
  await search(page, 'Bootstrapping Large Language Models for Radiology');
  const row = rows(page).filter({ hasText: 'Bootstrapping' }).first();
  assert.ok(await row.getByRole('link', { name: 'Code', exact: true }).isVisible());
  assert.equal(await row.getByRole('link', { name: 'Paper', exact: true }).count(), 0);
  assert.match((await row.textContent()) ?? '', /Paper/);
});

test('links of rows and detail are anchors with the address of the list', async (t) => {
  const page = await t.open('#work=kebiolm');
  const link = detail(page).getByRole('link', { name: 'Paper' }).first();
  assert.equal(await link.getAttribute('href'), 'https://arxiv.org/abs/2104.10344');
  await search(page, 'KeBioLM');
  const inRow = rows(page)
    .filter({ hasText: 'KeBioLM' })
    .first()
    .getByRole('link', { name: 'Paper', exact: true });
  assert.equal(await inRow.getAttribute('href'), 'https://arxiv.org/abs/2104.10344');
});

test('hovering a link gives the browser its address to show, under the very pixel', async (t) => {
  const page = await t.open();
  await search(page, 'KeBioLM');
  const link = rows(page)
    .filter({ hasText: 'KeBioLM' })
    .first()
    .getByRole('link', { name: 'Paper', exact: true });
  const box = await link.boundingBox();
  assert.ok(box && box.width > 20 && box.height >= 20);
  await page.mouse.move(box.x + 4, box.y + 4);
  const href = await page.evaluate(
    ([x, y]) => {
      let at = document.elementFromPoint(x, y);
      while (
        at?.shadowRoot?.elementFromPoint(x, y) &&
        at.shadowRoot.elementFromPoint(x, y) !== at
      ) {
        at = at.shadowRoot.elementFromPoint(x, y);
      }
      return at?.closest('a')?.href ?? null;
    },
    [box.x + 4, box.y + 4],
  );
  assert.equal(href, 'https://arxiv.org/abs/2104.10344');
  await t.screenshot(page, 'link-hover');
});

test('a middle click opens the link in a new tab, and leaves this one as it is', async (t) => {
  const page = await t.open();
  await search(page, 'KeBioLM');
  const link = rows(page)
    .filter({ hasText: 'KeBioLM' })
    .first()
    .getByRole('link', { name: 'Paper', exact: true });
  const opened = t.context.waitForEvent('page');
  await link.click({ button: 'middle' });
  const tab = await opened;
  assert.equal(await addressOf(tab), 'https://arxiv.org/abs/2104.10344');
  assert.ok(page.url().startsWith(t.url));
  assert.equal(await detail(page).count(), 0);
});

test('a middle click on a row opens the same list with its detail in a new tab', async (t) => {
  const page = await t.open('#q=openfold');
  const opened = t.context.waitForEvent('page');
  await workLink(page, /^OpenFold/).click({ button: 'middle' });
  const tab = await opened;
  await tab.waitForURL(/#q=openfold&work=openfold$/);
  assert.equal(await detail(page).count(), 0);
});

test('a plain click on a link leads there, and Back returns to the same view', async (t) => {
  const page = await t.open();
  await search(page, 'KeBioLM');
  const link = rows(page)
    .filter({ hasText: 'KeBioLM' })
    .first()
    .getByRole('link', { name: 'Paper', exact: true });
  await link.click();
  await page.waitForURL('https://arxiv.org/**');
  assert.deepEqual(t.visited, ['https://arxiv.org/abs/2104.10344']);
  // A page that comes back from the browser's own cache does not load.
  await page.goBack({ waitUntil: 'commit' });
  await rows(page).filter({ hasText: 'KeBioLM' }).first().waitFor();
  assert.match(await fragment(page), /^q=KeBioLM/i);
});

test('a link that is opened tells the host page, which may stop it', async (t) => {
  const page = await t.open();
  await page.evaluate(() =>
    document.addEventListener('lamplight-open', (event) => event.preventDefault()),
  );
  await search(page, 'KeBioLM');
  await rows(page)
    .filter({ hasText: 'KeBioLM' })
    .first()
    .getByRole('link', { name: 'Paper', exact: true })
    .click();
  await settled(page);
  assert.deepEqual(t.visited, []);
  const opened = (await heardEvents(page)).find((event) => event.type === 'open');
  assert.ok(JSON.stringify(opened?.detail ?? null).includes('https://arxiv.org/abs/2104.10344'));
});

test('closing the detail gives the list its room back', async (t) => {
  const page = await t.open('#work=openfold');
  await click(page, page.getByRole('button', { name: 'Close details' }));
  assert.equal(await detail(page).count(), 0);
  assert.equal(await fragment(page), '');
  await press(page, 'ArrowDown');
});
