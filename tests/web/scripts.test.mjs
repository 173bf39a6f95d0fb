// Every script on the canvas as the browser itself sets it: letters joined, clusters shaped, from
// the right where it runs so.
import assert from 'node:assert/strict';

import { settled, test } from './harness.mjs';
import { decodePng } from './pixels.mjs';
import { makeScriptSite } from './script_fonts.mjs';

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

const titles = {
  Arabic: 'نماذج اللغة الكبيرة في الطب والرعاية الصحية',
  Persian: 'مدل‌های زبانی بزرگ برای پزشکی (نسخهٔ ۲٫۱) و سلامت',
  Hebrew: 'מודלים גדולים של שפה ברפואה (GPT-4) בשנת 2023',
  'Hebrew with points': 'שָׁלוֹם עוֹלָם',
  Syriac: 'ܡܠܬܐ ܕܥܠ ܐܣܝܘܬܐ',
  Thaana: 'ދިވެހި ބަހުގެ މޮޑެލް',
  NKo: 'ߒߞߏ ߛߓߍ ߟߎ',
  Devanagari: 'चिकित्सा के लिए बड़े भाषा मॉडल क्ष त्र ज्ञ',
  Bengali: 'চিকিৎসার জন্য বড় ভাষা মডেল ক্ষ',
  Tamil: 'மருத்துவத்திற்கான பெரிய மொழி மாதிரிகள்',
  Sinhala: 'වෛද්‍ය විද්‍යාව සඳහා විශාල භාෂා ආකෘති',
  Thai: 'แบบจำลองภาษาขนาดใหญ่สำหรับการแพทย์',
  Khmer: 'គំរូភាសាធំសម្រាប់វេជ្ជសាស្ត្រ',
  Myanmar: 'ဆေးပညာအတွက် ဘာသာစကားပုံစံကြီးများ',
  Tibetan: 'སྨན་གྱི་སྐད་ཡིག་དཔེ་གཞི།',
  Emoji: 'Família 👨‍👩‍👧‍👦 flags 🇩🇪🇯🇵 skin 👍🏽 heart ❤️ keycap 1️⃣ end',
  'Latin, then Arabic': 'BERT with نموذج لغوي عربي BERT 2020 للفهم and more',
  'Arabic, then Latin': 'نموذج AraGPT لتوليد النصوص (Text Generation) بالعربية في عام 2021',
  // There is no letter for some of them, marks and all.
  'Letters and their marks': 'x\u0323\u0302 va \u0416\u0301 bo\u0327\u0323 q\u0303'.normalize(),
};

const list = `# Models\n\n## All\n\n${Object.entries(titles)
  .map(([name, title]) => `- [${title}](https://example.org/${encodeURIComponent(name)})\n`)
  .join('')}`;
const site = () => makeScriptSite('scripts', list);

/**
 * The page as it is without JavaScript, its fonts loaded.
 * @param {import('./harness.mjs').Fixture} t
 * @param {number} density
 */
async function openPlain(t, density) {
  const browser = t.context.browser();
  assert.ok(browser);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1400 },
    deviceScaleFactor: density,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(t.url, { waitUntil: 'networkidle' });
  return page;
}

/**
 * Boxes of ink within a picture, as a set of pixels: what differs from the paper by more than a
 * third.
 * @param {import('./pixels.mjs').Picture} picture
 * @param {Box} box in pixels
 */
function inkOf(picture, box) {
  const width = Math.ceil(box.width);
  const height = Math.ceil(box.height);
  const ink = new Uint8Array(width * height);
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    ((Math.round(box.y) + y) * picture.width + Math.round(box.x) + x) * 3;
  const paper = picture.rgb.subarray(at(0, 0), at(0, 0) + 3);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      const pixel = picture.rgb.subarray(at(x, y), at(x, y) + 3);
      const difference = Math.max(...[0, 1, 2].map((i) => Math.abs(pixel[i] - paper[i])));
      ink[y * width + x] = Number(difference > 85);
    }
  }
  return { ink, width, height };
}

/**
 * How much of `a`'s ink has some of `b`'s within so many pixels, where `b` is moved by (mx, my).
 * @param {ReturnType<typeof inkOf>} a
 * @param {ReturnType<typeof inkOf>} b
 * @param {number} reach
 * @param {number} mx
 * @param {number} my
 */
function share(a, b, reach, mx, my) {
  let all = 0;
  let met = 0;
  for (let y = 0; y < a.height; ++y) {
    for (let x = 0; x < a.width; ++x) {
      if (!a.ink[y * a.width + x]) continue;
      ++all;
      let isMet = false;
      for (let dy = -reach; dy <= reach && !isMet; ++dy) {
        for (let dx = -reach; dx <= reach && !isMet; ++dx) {
          const [bx, by] = [x + dx - mx, y + dy - my];
          if (bx < 0 || by < 0 || bx >= b.width || by >= b.height) continue;
          isMet = b.ink[by * b.width + bx] === 1;
        }
      }
      if (isMet) ++met;
    }
  }
  return all < 100 ? 0 : met / all;
}

/**
 * The lesser of both shares. The lines begin at fractions of a pixel, which are rounded one way or
 * the other: so one of them may be moved by a pixel.
 * @param {ReturnType<typeof inkOf>} a
 * @param {ReturnType<typeof inkOf>} b
 * @param {number} reach
 */
function likeness(a, b, reach) {
  let best = 0;
  for (const mx of [0, -1, 1]) {
    for (const my of [0, -1, 1]) {
      best = Math.max(best, Math.min(share(a, b, reach, mx, my), share(b, a, reach, -mx, -my)));
    }
  }
  return best;
}

/**
 * Where a work's title stands: what its text takes of the line.
 * @param {import('playwright-core').Locator} line
 * @returns {Promise<Box>}
 */
function textBox(line) {
  return line.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const x = Math.min(...rects.map((rect) => rect.left));
    const right = Math.max(...rects.map((rect) => rect.right));
    const line = element.getBoundingClientRect();
    return { x, y: line.y, width: right - x, height: line.height };
  });
}

/**
 * Where the runs of a title are that the layer has.
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
async function titleRuns(page, title) {
  const link = page.getByRole('link', { name: title, exact: true });
  const runs = await link.locator('.run').evaluateAll((all) =>
    all.map((run) => {
      const { x, y, width, height } = run.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
  assert.ok(runs.length > 0, title);
  assert.ok(
    runs.every(({ y }) => y === runs[0].y),
    `${title}: in one line`,
  );
  return runs;
}

for (const density of [1, 1.5, 2]) {
  test(
    `every script is drawn, and its text laid over it, as the page without JavaScript shows it, at ${density}x`,
    { site, context: { viewport: { width: 1440, height: 1400 }, deviceScaleFactor: density } },
    async (t) => {
      const page = await t.open();
      await page.evaluate(() => document.fonts.ready);
      await settled(page);
      await page.mouse.move(5, 1395);
      await settled(page);
      const plain = await openPlain(t, density);
      const [drawn, expected] = [
        decodePng(await t.screenshot(page, `scripts-${density}x`)),
        decodePng(await t.screenshot(plain, `scripts-plain-${density}x`)),
      ];
      const faults = [];
      for (const [name, title] of Object.entries(titles)) {
        const runs = await titleRuns(page, title);
        const left = Math.min(...runs.map((run) => run.x));
        const right = Math.max(...runs.map((run) => run.x + run.width));
        const there = await textBox(plain.getByText(title, { exact: true }));
        const margin = 4;
        const width = Math.max(right - left, there.width) + 2 * margin;
        const cut = (/** @type {number} */ x, /** @type {number} */ y) => ({
          x: (x - margin) * density,
          y: y * density,
          width: width * density,
          height: 20 * density,
        });
        // From the side that the text begins at.
        const isRight = /^[\u0590-\u08ff]/.test(title);
        const ours = inkOf(drawn, cut(isRight ? right - width + 2 * margin : left, runs[0].y));
        const theirs = inkOf(
          expected,
          cut(isRight ? there.x + there.width - width + 2 * margin : there.x, there.y),
        );
        const alike = likeness(ours, theirs, Math.floor(density));
        if (alike < 0.95) faults.push(`${name}: ${alike}`);
        // The layer's text stands where that ink does, as wide; of its runs, where one ends, the
        // next begins, or a blank's width further on.
        const wider = right - left - there.width;
        const inOrder = [...runs].sort((one, other) => one.x - other.x);
        const gaps = inOrder.slice(1).map((run, i) => run.x - inOrder[i].x - inOrder[i].width);
        if (Math.abs(wider) > 2 || gaps.some((gap) => gap < -2 || gap > 6)) {
          faults.push(`${name}: ${wider} px wider, gaps of ${gaps}`);
        }
      }
      assert.deepEqual(faults, []);
    },
  );
}
