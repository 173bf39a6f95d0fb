// The way in: defines <lamplight-catalog> once the page has been painted, so that reading never
// waits for it. What the element is and does: catalog_element.js.

// All modules, asked for at once: none has to wait for another to ask for it.
const modules = [
  './catalog_element.js',
  './atlas.js',
  './clock.js',
  './element_style.js',
  './page_environment.js',
  './page_progress.js',
  './reflected_element.js',
  './timeline.js',
  './url_state.js',
  './boundary.js',
  './canvas_surface.js',
  './glyphs.js',
  './input.js',
  './layer_motion.js',
  './link_selection.js',
  './module_loader.js',
  './own_store.js',
  './renderer.js',
  './semantic_layer.js',
  './lamplight_web.js',
  './semantic_elements.js',
  './selection_text.js',
];

requestAnimationFrame(() => {
  // Behind the frame that is about to be painted.
  setTimeout(async () => {
    const links = modules.map((module) => {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = new URL(module, import.meta.url).href;
      document.head.append(link);
      return link;
    });
    await import('./catalog_element.js');
    for (const link of links) link.remove();
  });
});

export {};
