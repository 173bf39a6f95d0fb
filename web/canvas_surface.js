// The canvas: its WebGL 2 context, its size in the device's pixels, and frames on demand.
//
// No requestAnimationFrame is pending unless something asked for a frame.

import { clock } from './clock.js';

/** This browser cannot draw; the message says so and what it means. */
export class GraphicsError extends Error {
  name = 'GraphicsError';
}

/**
 * @typedef {object} SurfaceOwner
 * @property {(width: number, height: number, density: number) => void} resized CSS px and density
 * @property {(seconds: number) => void} draw
 * @property {(context: WebGL2RenderingContext) => void} contextRestored
 * @property {(isBlind: boolean) => void} blinded the browser has taken the context, and does not
 *   give it back at once; false: it has
 */

/** So many contexts at once; browsers take the oldest one away beyond 16, or 8 on a phone. */
const CONTEXTS_AT_MOST = 7;
/** A context that is back within so long is not missed. */
const UNSEEN_MS = 400;

/** Those that have a context, the one that was seen last at the end. @type {Set<CanvasSurface>} */
const drawing = new Set();

export class CanvasSurface {
  canvas = document.createElement('canvas');
  #owner;
  /** @type {WebGL2RenderingContext} */
  #context;
  #abort = new AbortController();
  #observer = new ResizeObserver((entries) => this.#onResize(entries[0]));
  /** @type {MediaQueryList | undefined} */
  #densityQuery;
  #requested = 0;
  #density = 0;
  #isLost = false;
  #isInView = false;
  #waiting = 0;
  #lender = /** @type {WEBGL_lose_context | null} */ (null);
  #views = new IntersectionObserver(([entry]) => this.#onView(entry.isIntersecting));

  /** @param {SurfaceOwner} owner Failure: GraphicsError. */
  constructor(owner) {
    this.#owner = owner;
    this.canvas.setAttribute('part', 'canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    const context = this.canvas.getContext('webgl2', {
      alpha: false,
      antialias: false,
      depth: false,
      stencil: false,
      powerPreference: 'low-power',
    });
    if (!context) {
      throw new GraphicsError(
        'The interactive view needs WebGL 2, which this browser does not offer or has switched ' +
          'off. You are reading the full list; searching it with the browser works.',
      );
    }
    this.#context = context;
    this.#lender = context.getExtension('WEBGL_lose_context');
    this.#take();
    const { signal } = this.#abort;
    this.canvas.addEventListener('webglcontextlost', this.#onLost, { signal });
    this.canvas.addEventListener('webglcontextrestored', this.#onRestored, { signal });
  }

  get context() {
    return this.#context;
  }

  get isLost() {
    return this.#isLost;
  }

  /** Starts to watch the size; the first one is told at once. */
  start() {
    this.#fit(null);
    this.#views.observe(this.canvas);
    try {
      this.#observer.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch {
      this.#observer.observe(this.canvas);
    }
    this.#watchDensity();
  }

  /** Leaves nothing behind: no listener, observer, frame or context. */
  stop() {
    this.#abort.abort();
    this.#observer.disconnect();
    this.#views.disconnect();
    clock.cancel(this.#waiting);
    drawing.delete(this);
    this.#densityQuery?.removeEventListener('change', this.#onDensity);
    cancelAnimationFrame(this.#requested);
    this.#requested = 0;
    this.#lender?.loseContext();
    this.canvas.width = this.canvas.height = 0;
    this.canvas.remove();
  }

  requestFrame() {
    if (this.#isLost || this.#abort.signal.aborted) return;
    this.#requested ||= requestAnimationFrame(this.#onFrame);
  }

  get isFrameRequested() {
    return this.#requested !== 0;
  }

  /** Draws at once: a canvas is blank after it has got another size. */
  drawNow() {
    if (this.#isLost) return;
    cancelAnimationFrame(this.#requested);
    this.#requested = 0;
    this.#owner.draw(performance.now() / 1000);
  }

  #onFrame = (/** @type {number} */ time) => {
    this.#requested = 0;
    if (this.#isLost) return;
    // Not every browser tells when a window moves to a screen of another density.
    if (devicePixelRatio !== this.#density) this.#fit(null);
    this.#owner.draw(time / 1000);
  };

  /** @param {ResizeObserverEntry} entry */
  #onResize(entry) {
    if (this.#fit(entry.devicePixelContentBoxSize?.[0] ?? null)) this.drawNow();
  }

  /**
   * Gives the canvas a pixel for every pixel of the device. True: that was a change.
   * @param {ResizeObserverSize | null} exact
   */
  #fit(exact) {
    const density = devicePixelRatio;
    let width = Math.round(this.canvas.clientWidth * density);
    let height = Math.round(this.canvas.clientHeight * density);
    // The exact size differs by how the edges fall on pixels, never by more. (Browsers that
    // pretend to be a phone tell a size without the density.)
    if (exact && Math.abs(exact.inlineSize - width) <= 2) width = exact.inlineSize;
    if (exact && Math.abs(exact.blockSize - height) <= 2) height = exact.blockSize;
    if (width < 1 || height < 1) return false;
    const { canvas } = this;
    if (canvas.width === width && canvas.height === height && this.#density === density) {
      return false;
    }
    this.#density = density;
    canvas.width = width;
    canvas.height = height;
    this.#owner.resized(width / density, height / density, density);
    return true;
  }

  // The size in CSS px may stay while the zoom changes.
  #watchDensity() {
    this.#densityQuery = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#densityQuery.addEventListener('change', this.#onDensity, { once: true });
  }

  #onDensity = () => {
    this.#watchDensity();
    if (this.#fit(null)) this.drawNow();
  };

  /** Has a context, as few as possible of which others out of view give up for it. */
  #take() {
    drawing.delete(this);
    drawing.add(this);
    for (const other of drawing) {
      if (drawing.size <= CONTEXTS_AT_MOST) break;
      if (other !== this && !other.#isInView) other.#giveUp();
    }
  }

  #giveUp() {
    drawing.delete(this);
    this.#stopDrawing();
    this.#lender?.loseContext();
  }

  #stopDrawing() {
    this.#isLost = true;
    cancelAnimationFrame(this.#requested);
    this.#requested = 0;
  }

  /** @param {boolean} isInView */
  #onView(isInView) {
    this.#isInView = isInView;
    if (!isInView) return;
    const wasGivenUp = !drawing.has(this);
    this.#take();
    if (wasGivenUp) this.#askBack();
  }

  #askBack() {
    if (this.#context.isContextLost()) this.#lender?.restoreContext();
  }

  #onLost = (/** @type {Event} */ event) => {
    event.preventDefault(); // the browser restores it
    this.#stopDrawing();
    clock.cancel(this.#waiting);
    this.#waiting = clock.after(() => {
      if (!this.#isLost || !drawing.has(this)) return;
      this.#owner.blinded(true);
      // It was given up and is wanted again, before the browser had told that it is lost.
      this.#askBack();
    }, UNSEEN_MS);
  };

  #onRestored = () => {
    clock.cancel(this.#waiting);
    this.#isLost = false;
    this.#owner.contextRestored(this.#context);
    this.#owner.blinded(false);
    this.requestFrame();
  };
}
