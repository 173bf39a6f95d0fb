// The page as it was served, for a reader who wants it so: the way back to the atlas.

/**
 * @param {string} plainKey where the choice is kept
 * @param {string} themeKey where that of colours is
 */
export function offerAtlas(plainKey, themeKey) {
  try {
    const theme = localStorage.getItem(themeKey);
    if (theme) document.documentElement.dataset.theme = theme;
  } catch {
    // The colours are the system's.
  }
  const header = document.querySelector('.page > header');
  const link = document.createElement('a');
  link.textContent = 'Interactive view';
  const query = location.search.replace(/([?&])plain(&|$)/, '$1').replace(/[?&]$/, '');
  // A place on the page is none in the atlas; a state is.
  const place = document.getElementById(location.hash.slice(1));
  link.href = location.pathname + query + (place ? '' : location.hash);
  link.addEventListener('click', (event) => {
    try {
      localStorage.removeItem(plainKey);
    } catch {
      // It was not kept, then.
    }
    // The address may be this one: a link to it would do nothing.
    const isBrowsers = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (isBrowsers || query !== location.search) return;
    event.preventDefault();
    history.replaceState(null, '', link.href);
    location.reload();
  });
  const line = header?.querySelector('p:last-child') ?? document.createElement('p');
  line.append(link);
  header?.append(line);
}
