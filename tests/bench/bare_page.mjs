// A page that does for each key what no page with a canvas and a text layer can do without: clears
// a canvas of the same size in another colour and changes as many texts of a transparent layer over
// it as a list of results has. What it takes is the browser's own; the catalog's times are told as
// multiples of it.

const layerTexts = 240;
const changedTexts = 160;

/** @param {import('playwright-core').Page} page */
export async function openBarePage(page) {
  const texts = Array.from({ length: layerTexts }, (_, i) => {
    const place = `left:${20 + (i % 5) * 270}px;top:${60 + Math.floor(i / 5) * 30}px`;
    return `<span style="${place}">text ${i}</span>`;
  });
  await page.setContent(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>
<style>
body { margin: 0; overflow: hidden; }
canvas, div { position: absolute; inset: 0; width: 100vw; height: 100vh; }
div { overflow: hidden auto; color: transparent; }
p { position: absolute; inset: 0 0 auto 0; height: 100000px; margin: 0; }
span { position: absolute; white-space: pre; }
input { position: fixed; z-index: 1; }
</style>
<lamplight-catalog></lamplight-catalog>
<canvas></canvas><div><p>${texts.join('')}</p></div><input type="search" aria-label="Search">`);
  await page.evaluate((changed) => {
    const mark = /** @type {any} */ (document.querySelector('lamplight-catalog'));
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
    const layer = /** @type {HTMLElement} */ (document.querySelector('div'));
    const spans = [...document.querySelectorAll('span')];
    const input = /** @type {HTMLInputElement} */ (document.querySelector('input'));
    canvas.width = innerWidth;
    canvas.height = innerHeight;
    const gl = /** @type {WebGL2RenderingContext} */ (
      canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false })
    );
    mark.framesDrawn = 0;
    /** @type {any} */ (window).stressFrames = [];
    let requested = 0;
    const draw = () => {
      requested = 0;
      const frame = ++mark.framesDrawn;
      gl.clearColor(1, 1, (frame % 100) / 100, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      for (const span of spans.slice(0, changed)) {
        span.textContent = `${input.value} ${frame}`;
      }
    };
    const request = () => {
      requested ||= requestAnimationFrame(draw);
    };
    input.addEventListener('input', request);
    layer.addEventListener('scroll', request);
    input.focus();
  }, changedTexts);
}
