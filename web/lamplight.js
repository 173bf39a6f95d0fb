// The way in: defines <lamplight-catalog> once the page has been painted, so that reading never
// waits for it. What the element is and does: catalog_element.js, which is asked for then, in one
// file with all that it imports (cmake/bundle.mjs).

requestAnimationFrame(() => {
  // Behind the frame that is about to be painted.
  setTimeout(() => import('./catalog_element.js'));
});

export {};
