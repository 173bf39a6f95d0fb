// The canvas: its WebGL 2 context, its size in the device's pixels, and frames on demand.
//
// No requestAnimationFrame is pending unless something asked for a frame.

/** This browser cannot draw; the message says so and what it means. */
export class GraphicsError extends Error {
  name = 'GraphicsError';
}

/**
 * @typedef {object} SurfaceOwner
 * @property {(width: number, height: number, density: number) => void} resized CSS px and density
 * @property {(seconds: number) => void} draw
 * @property {(context: WebGL2RenderingContext) => void} contextRestored
 */

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
    const { signal } = this.#abort;
    this.canvas.addEventListener('webglcontextlost', this.#onLost, { signal });
    this.canvas.addEventListener('webglcontextrestored', this.#onRestored, { signal });
  }

  get context() {
    return this.#context;
  }

  /** Starts to watch the size; the first one is told at once. */
  start() {
    this.#fit(null);
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
    this.#densityQuery?.removeEventListener('change', this.#onDensity);
    cancelAnimationFrame(this.#requested);
    this.#requested = 0;
    this.#context.getExtension('WEBGL_lose_context')?.loseContext();
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

  #onLost = (/** @type {Event} */ event) => {
    event.preventDefault(); // the browser restores it
    this.#isLost = true;
    cancelAnimationFrame(this.#requested);
    this.#requested = 0;
  };

  #onRestored = () => {
    this.#isLost = false;
    this.#owner.contextRestored(this.#context);
    this.requestFrame();
  };
}
