// The clock of the product's own timeouts. A test may put another in its place before the page's
// scripts run, to let them pass at once or to hold them back; nothing else does.

/**
 * @typedef {object} Clock
 * @property {(then: () => void, ms: number) => number} after gives a handle for cancel
 * @property {(handle: number) => void} cancel
 */

/** @type {Clock} */
export const clock = /** @type {any} */ (globalThis)[Symbol.for('lamplight-clock')] ?? {
  after: (/** @type {() => void} */ then, /** @type {number} */ ms) => setTimeout(then, ms),
  cancel: (/** @type {number} */ handle) => clearTimeout(handle),
};
