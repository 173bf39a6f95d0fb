// Keeps a site for reading without a network, and says when there is a new version of it: for the
// page that “lamplight site” wrote, once the atlas is ready.

/**
 * Ends well where a browser allows no service worker: the site then needs its network.
 * @param {URL} address of the service worker
 */
export async function keepOffline(address) {
  const { serviceWorker } = navigator;
  const wasKept = serviceWorker.controller !== null;
  if (wasKept) {
    // A site that is no longer to be kept has none; a browser would keep the last one for ever.
    const { status } = await fetch(address, { method: 'HEAD', cache: 'no-store' });
    if (status === 404 || status === 410) return forget(address);
    // Another version has come into force, here or in another tab: this page is of the former.
    serviceWorker.addEventListener('controllerchange', () => location.reload());
  }
  const registration = await serviceWorker.register(address, { updateViaCache: 'none' });
  const look = () => {
    if (wasKept && registration.waiting) offer(registration.waiting);
  };
  const watch = () => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', watch);
  watch();
  look();
}

/** @param {URL} address */
async function forget(address) {
  const scope = new URL('.', address).href;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  if (registration?.scope === scope) await registration.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(`lamplight ${scope} `)) await caches.delete(name);
  }
}

/** @param {ServiceWorker} waiting */
function offer(waiting) {
  document.getElementById('lamplight-update')?.remove();
  const notice = document.createElement('p');
  notice.id = 'lamplight-update';
  notice.setAttribute('role', 'status');
  notice.style.cssText =
    'position: fixed; z-index: 3; inset: auto 16px 44px auto; max-width: calc(100vw - 32px); ' +
    'box-sizing: border-box; margin: 0; padding: 8px 8px 8px 16px; border-radius: 8px; ' +
    'font: 14px/28px system-ui, sans-serif; color: #16191d; background: #fff3dc; ' +
    'box-shadow: 0 2px 12px rgb(0 0 0 / 30%)';
  /** @param {string} title @param {() => void} run */
  const button = (title, run) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = title;
    made.style.cssText =
      'margin-left: 8px; padding: 4px 12px; border: 1px solid #6b5220; border-radius: 6px; ' +
      'font: inherit; color: inherit; background: none; cursor: pointer';
    made.addEventListener('click', run);
    return made;
  };
  notice.append(
    'A new version is ready.',
    button('Load it', () => waiting.postMessage('take over')),
    button('Later', () => notice.remove()),
  );
  document.body.append(notice);
}
