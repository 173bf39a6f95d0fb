// The way to the canvas, for whoever measures it: entries of the browser's User Timing, by the
// name of `lamplight:` and what was done. They show in every browser's performance tools.

const PREFIX = 'lamplight:';

/** @param {string} name something has come about */
export function mark(name) {
  performance.mark(PREFIX + name);
}

/**
 * Something has been done since `start`.
 * @param {string} name
 * @param {number} start of performance.now()
 * @param {number} [duration] ms, where it was not all of the time since
 */
export function measure(name, start, duration = performance.now() - start) {
  performance.measure(PREFIX + name, { start, duration });
}
