// Over http the page can be installed, and opens without a network once it was there: a service worker keeps its files.

/**
 * Sets the worker to work. `newer(takeOver)` is called when a newer version of the site was kept; `takeOver()` shows it.
 * A page from a folder, and one that is whole in one file, needs none of it.
 */
export function stayOffline(newer) {
  if (!location.protocol.startsWith('http') || !navigator.serviceWorker || typeof globalThis.TAWARIKH_INLINE === 'string') return;
  document.head.append(link('manifest', 'manifest.webmanifest'), link('apple-touch-icon', 'touch-icon.png'));
  navigator.serviceWorker.register('sw.js').then(
    (registration) => {
      if (registration.waiting) tell(registration, newer);
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => {
          // The first of its kind has no older one beside it, even where the worker of a site above this one serves the page.
          if (registration.waiting && registration.active) tell(registration, newer);
        });
      });
    },
    // A private window may refuse it: the page is then as it was.
    () => {},
  );
}

function link(rel, href) {
  return Object.assign(document.createElement('link'), { rel, href });
}

function tell(registration, newer) {
  newer(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('take-over');
  });
}
