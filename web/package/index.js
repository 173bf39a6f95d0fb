// Defines <lamplight-catalog>, where there is a browser: on a server that renders pages this does
// nothing. The element comes in a file of its own, behind what a page shows first.

/** Resolves when the element is defined. @type {Promise<void>} */
export const defined =
  typeof HTMLElement === 'undefined'
    ? Promise.resolve()
    : import('./catalog_element.js').then(() => {});
