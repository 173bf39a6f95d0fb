// Facets: by mouse, by keyboard, and what their counts promise.
import assert from 'node:assert/strict';

import { settled, test } from './harness.mjs';
import {
  checkbox,
  click,
  countText,
  facetCount,
  focused,
  fragment,
  middleOf,
  press,
  rows,
  search,
  shownWorks,
} from './reader.mjs';
import { makeSite } from './sites.mjs';

test('a click on a facet narrows the list to the count it showed', async (t) => {
  const page = await t.open();
  for (const [facet, value] of [
    ['Model family', 'Language'],
    ['Kind', 'Dataset'],
    ['Domain', 'Healthcare'],
    ['Has', 'Code'],
    ['Application', 'Bioinformatics'],
  ]) {
    const promised = await facetCount(page, facet, value);
    await click(page, checkbox(page, facet, value));
    assert.equal(await shownWorks(page), promised, `${facet}: ${value}`);
    assert.ok(await checkbox(page, facet, value).isChecked());
    await click(page, checkbox(page, facet, value));
    assert.equal(await countText(page), '208 works');
  }
  await click(page, checkbox(page, 'Model family', 'Language'));
  await t.screenshot(page, 'facet');
  assert.equal(await fragment(page), 'family=language');
});

test('values of one facet are or-ed, facets are and-ed, and counts stay true', async (t) => {
  const page = await t.open();
  const language = await facetCount(page, 'Model family', 'Language');
  await click(page, checkbox(page, 'Model family', 'Language'));
  // A facet's own choice does not zero its siblings.
  const vision = await facetCount(page, 'Model family', 'Vision');
  assert.ok(vision > 0);
  await click(page, checkbox(page, 'Model family', 'Vision'));
  const either = await shownWorks(page);
  assert.ok(either >= Math.max(language, vision) && either <= language + vision);
  const promised = await facetCount(page, 'Has', 'Code');
  await click(page, checkbox(page, 'Has', 'Code'));
  assert.equal(await shownWorks(page), promised);
  assert.ok(promised < either);
});

test('counts tell under a query, too, what a click gives', async (t) => {
  const page = await t.open();
  await search(page, 'medical');
  for (const [facet, value] of [
    ['Model family', 'Language'],
    ['Application', 'Medical imaging'],
    ['Has', 'Code'],
  ]) {
    const promised = await facetCount(page, facet, value);
    await click(page, checkbox(page, facet, value));
    assert.equal(await shownWorks(page), promised, value);
    await click(page, checkbox(page, facet, value));
  }
});

test('facets can be used with Tab and Space alone', async (t) => {
  const page = await t.open();
  const promised = await facetCount(page, 'Model family', 'Vision');
  for (let steps = 0; steps < 40 && !(await focused(page)).includes('Vision,'); ++steps) {
    await page.keyboard.press('Tab');
  }
  assert.match(await focused(page), /^input Vision, \d+$/);
  await t.screenshot(page, 'facet-focus');
  await press(page, 'Space');
  assert.equal(await shownWorks(page), promised);
  assert.match(await focused(page), /^input Vision, \d+$/, 'the focus stays');
  await press(page, 'Space');
  assert.equal(await countText(page), '208 works');
});

test('chips show the filters, take one away, and clear all', async (t) => {
  const page = await t.open();
  await click(page, checkbox(page, 'Application', 'Bioinformatics'));
  await click(page, checkbox(page, 'Has', 'Code'));
  const both = await shownWorks(page);
  await click(page, page.getByRole('button', { name: 'Remove filter Bioinformatics' }));
  assert.ok((await shownWorks(page)) > both);
  await click(page, checkbox(page, 'Model family', 'Audio'));
  await click(page, page.getByRole('button', { name: 'Clear all filters' }));
  assert.equal(await countText(page), '208 works');
});

test('a long facet unfolds, and folds again', async (t) => {
  const page = await t.open();
  const venues = page.getByRole('group', { name: 'Venue', exact: true });
  const before = await venues.getByRole('checkbox').count();
  const more = venues.getByRole('button', { name: /^Show \d+ more of Venue/ });
  await more.scrollIntoViewIfNeeded();
  await click(page, more);
  assert.ok((await venues.getByRole('checkbox').count()) > before);
  await click(page, venues.getByRole('button', { name: /^Show fewer/ }));
  assert.equal(await venues.getByRole('checkbox').count(), before);
});

test('the sidebar scrolls by wheel, the list stays', async (t) => {
  const page = await t.open();
  const venue = page.getByRole('group', { name: 'Venue', exact: true });
  const before = (await venue.boundingBox())?.y ?? 0;
  const first = await rows(page).first().boundingBox();
  await page.mouse.move(100, 400);
  await page.mouse.wheel(0, 150);
  await settled(page);
  const after = (await venue.boundingBox())?.y ?? 0;
  assert.ok(after < before, `${before} to ${after}`);
  assert.deepEqual(await rows(page).first().boundingBox(), first);
  await t.screenshot(page, 'sidebar-scrolled');
});

test('dragging over the year histogram chooses the years', async (t) => {
  const page = await t.open();
  const slider = page.getByRole('slider', { name: 'First year' });
  await slider.scrollIntoViewIfNeeded();
  await settled(page);
  const half = await slider.boundingBox();
  assert.ok(half);
  const box = { ...half, width: half.width * 2 };
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.55, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.8, y, { steps: 4 });
  await page.mouse.up();
  await settled(page);
  const years = /^year=(\d{4})\.\.(\d{4})$/.exec(await fragment(page));
  assert.ok(years && Number(years[1]) < Number(years[2]), await fragment(page));
  const count = await shownWorks(page);
  assert.ok(count > 0 && count < 208);
  await t.screenshot(page, 'years');
  // The same works, counted by another way to ask.
  await search(page, `year:${years[1]}..${years[2]}`);
  assert.equal(await shownWorks(page), count);
});

test('a click on a year chooses it, another takes it back', async (t) => {
  const page = await t.open();
  const slider = page.getByRole('slider', { name: 'Last year' });
  await slider.scrollIntoViewIfNeeded();
  await settled(page);
  const { x, y } = await middleOf(slider);
  await page.mouse.click(x, y);
  await settled(page);
  assert.match(await fragment(page), /^year=\d{4}$/);
  await page.mouse.click(x, y);
  await settled(page);
  assert.equal(await fragment(page), '');
});

test('the years have two ends for the keyboard, told with year and count', async (t) => {
  const page = await t.open('#year=2020..2022');
  const first = page.getByRole('slider', { name: 'First year' });
  const last = page.getByRole('slider', { name: 'Last year' });
  assert.match((await last.getAttribute('aria-valuetext')) ?? '', /^2022, \d+ works?$/);
  assert.equal(await last.getAttribute('aria-valuemin'), '2020');
  await last.focus();
  await press(page, 'ArrowLeft');
  assert.equal(await fragment(page), 'year=2020..2021');
  await press(page, 'Shift+Tab');
  assert.match(await focused(page), /First year/);
  await press(page, 'ArrowRight');
  assert.equal(await fragment(page), 'year=2021');
  assert.match((await first.getAttribute('aria-valuetext')) ?? '', /^2021, \d+ works?$/);
  await t.screenshot(page, 'years-focus');
});

test('a filter in the address that gives nothing can be dropped where it stands', async (t) => {
  const page = await t.open('#kind=law&has=code');
  assert.equal(await shownWorks(page), 0);
  assert.ok(await checkbox(page, 'Kind', 'Law').isChecked());
  await click(page, checkbox(page, 'Has', 'Code'));
  assert.equal(await shownWorks(page), 6);
});

const toolsList = `# Tools

## Network

| API | Description | Auth | License |
|---|---|---|---|
| [Ant](https://a.example/1) | Carries things | No | MIT |
| [Bee](https://a.example/2) | Collects things | apiKey | Apache-2.0 |
| [Cat](https://a.example/3) | Watches things | apiKey | Apache 2 |

## Text

- [Dog](https://a.example/4) - Fetches words. \`MIT\`
- [Elk](https://a.example/5) - Carries words. \`Apache-2.0\`
- [Fox](https://a.example/6) - Hides words. \`MIT\`
`;

test(
  'a list without a profile has facets of what its entries say',
  { site: () => makeSite('tools', { 'list.md': toolsList }) },
  async (t) => {
    const page = await t.open();
    const sidebar = page.getByRole('navigation', { name: 'Filters' });
    const titles = await sidebar.getByRole('heading').allTextContents();
    assert.deepEqual(
      titles.map((title) => title.trim()),
      ['Sections', 'License', 'Has', 'On the plain page'],
    );
    assert.equal(await facetCount(page, 'License', 'Apache-2.0'), 3);
    await click(page, checkbox(page, 'License', 'Apache-2.0'));
    assert.equal(await shownWorks(page), 3);
    assert.equal(await fragment(page), 'licence=apache2');
    await click(page, checkbox(page, 'Sections', 'Text'));
    assert.equal(await shownWorks(page), 1);
    await t.screenshot(page, 'facets-without-profile');
    // Opened again, the address means the same.
    await page.reload();
    await settled(page);
    assert.equal(await shownWorks(page), 1);
    assert.ok(await checkbox(page, 'License', 'Apache-2.0').isChecked());
  },
);
