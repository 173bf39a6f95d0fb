// The address is the state: Back, Forward, reload, links from elsewhere, and addresses gone wrong.
import assert from 'node:assert/strict';

import { oldest } from './ground_truth.mjs';
import { heardEvents, settled, test, untilReady } from './harness.mjs';
import {
  checkbox,
  click,
  countText,
  detail,
  fragment,
  press,
  search,
  searchBox,
  shownWorks,
  workLink,
  rows,
} from './reader.mjs';
import { makeSite } from './sites.mjs';

test('Back and Forward go through the views as they were', async (t) => {
  const page = await t.open();
  await click(page, checkbox(page, 'Model family', 'Language'));
  await click(page, checkbox(page, 'Has', 'Code'));
  const narrow = await countText(page);
  await click(page, workLink(page, /./));
  await detail(page).waitFor();
  await page.goBack();
  await settled(page);
  assert.equal(await detail(page).count(), 0);
  assert.equal(await countText(page), narrow);
  await page.goBack();
  await settled(page);
  assert.equal(await fragment(page), 'family=language');
  assert.ok(!(await checkbox(page, 'Has', 'Code').isChecked()));
  await page.goBack();
  await settled(page);
  assert.equal(await countText(page), '208 works');
  await page.goForward();
  await page.goForward();
  await settled(page);
  assert.equal(await countText(page), narrow);
});

test('typing is one step of the history, not one for each letter', async (t) => {
  const page = await t.open();
  await click(page, checkbox(page, 'Model family', 'Language'));
  await search(page, 'protein');
  await settled(page);
  const steps = await page.evaluate(() => history.length);
  await search(page, 'protein structure');
  await settled(page);
  assert.equal(await page.evaluate(() => history.length), steps);
  await page.goBack();
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), '');
});

test('a reload restores query, facets, years, order and detail', async (t) => {
  const page = await t.open();
  await click(page, checkbox(page, 'Model family', 'Language'));
  await search(page, 'protein');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('year');
  await settled(page);
  await click(page, workLink(page, /./));
  await press(page, 'Tab');
  const before = [
    await fragment(page),
    await countText(page),
    await detail(page).getByRole('heading').first().textContent(),
  ];
  assert.match(before[0] ?? '', /q=protein.*family=language.*sort=year.*work=/);
  await page.reload();
  await untilReady(page);
  assert.deepEqual(
    [
      await fragment(page),
      await countText(page),
      await detail(page).getByRole('heading').first().textContent(),
    ],
    before,
  );
  assert.equal(await searchBox(page).inputValue(), 'protein');
  assert.equal(await page.getByRole('combobox', { name: 'Order' }).inputValue(), 'year');
});

test('a link from elsewhere opens the very view', async (t) => {
  const page = await t.open(
    '#q=fold&year=2020..2022&has=code&family=language&sort=name&work=openfold',
  );
  assert.equal(await searchBox(page).inputValue(), 'fold');
  assert.ok(await checkbox(page, 'Has', 'Code').isChecked());
  assert.ok(await detail(page).getByRole('heading', { name: 'OpenFold' }).isVisible());
  assert.match(
    (await page.getByRole('slider', { name: 'First year' }).getAttribute('aria-valuetext')) ?? '',
    /^2020, \d+ works?$/,
  );
  await t.screenshot(page, 'deep-link');
});

test('an address typed while the page is open is followed', async (t) => {
  const page = await t.open();
  await page.goto(`${t.url}#q=radiology`);
  await settled(page);
  assert.equal(await searchBox(page).inputValue(), 'radiology');
  assert.match(await countText(page), /^\d+ of 208 works$/);
});

test('wrong values in the address are named, the right ones hold, nothing breaks', async (t) => {
  const page = await t.open(
    '#q=protein&year=never&has=wings&sort=upwards&work=nobody&colour=blue&%zz=%',
  );
  assert.equal(await searchBox(page).inputValue(), 'protein');
  const notices = (await page.getByRole('status').allTextContents()).join(' ');
  for (const wrong of ['never', 'upwards'])
    assert.ok(notices.includes(wrong), `${wrong}: ${notices}`);
  await t.screenshot(page, 'wrong-address');
  await search(page, 'fold');
  assert.ok((await shownWorks(page)) > 0);
  assert.match(await fragment(page), /colour=blue/, 'keys that are not known are kept');
  const dismiss = page.getByRole('button', { name: 'Dismiss' }).first();
  await click(page, dismiss);
});

test('a monstrous address does no harm', async (t) => {
  const page = await t.open(
    `#q=${'%E2%82'.repeat(500)}&year=99999999999999999999..-1&family=${'x,'.repeat(2000)}&=&&&q=%00%FF<script>`,
  );
  await search(page, 'protein');
  assert.ok((await shownWorks(page)) > 0);
});

test('the older snapshot opens, at its own address, and comes back', async (t) => {
  const page = await t.open();
  await page.getByRole('combobox', { name: 'Date of the list' }).selectOption(oldest);
  await page.waitForFunction(() => location.hash.includes('at=2023-03-29'));
  await settled(page);
  assert.equal(await countText(page), '136 works');
  await t.screenshot(page, 'snapshot-2023');
  await search(page, 'ColabFold');
  assert.ok((await shownWorks(page)) > 0);
  await page.reload();
  await untilReady(page);
  await settled(page);
  await page.waitForFunction(
    () => /** @type {any} */ (document.querySelector('lamplight-catalog'))?.framesDrawn > 1,
  );
  assert.match(await countText(page), /^\d+ of 136 works$/);
  await page.goBack();
  await settled(page);
  assert.equal(await countText(page), '208 works');
});

test('a snapshot that does not exist is said', async (t) => {
  const page = await t.open('#at=1999-01-01');
  assert.equal(await countText(page), '208 works');
  assert.ok((await page.getByRole('status').allTextContents()).join(' ').includes('1999-01-01'));
});

test('the host page hears of every change of the state', async (t) => {
  const page = await t.open();
  await click(page, checkbox(page, 'Model family', 'Language'));
  const changes = (await heardEvents(page)).filter((event) => event.type === 'change');
  assert.ok(changes.length > 0);
  assert.ok(JSON.stringify(changes.at(-1)?.detail).includes('language'));
});

test(
  'of lists without a date the first given is the newest, on the page and on the canvas',
  {
    site: () =>
      makeSite('undated', {
        '2020-01-02.md': '# Old\n- Of 2020 [[Code]](https://x.org/a)\n',
        'aa.md': '# First\n- Of aa [[Code]](https://x.org/b)\n',
        'zz.md': '# Second\n- Of zz [[Code]](https://x.org/c)\n',
      }),
  },
  async (t) => {
    const page = await t.open();
    const served = await page.locator('.page > header p a').allTextContents();
    assert.deepEqual(served, ['aa', 'zz', 'Jan 2020']);
    const chooser = page.getByRole('combobox', { name: 'Date of the list' });
    assert.deepEqual(await chooser.locator('option').allTextContents(), served);
    assert.match(await rows(page).first().innerText(), /Of aa/);
  },
);
