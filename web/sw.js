// Keeps the site's files, so that it opens without a network. `SITE`, `{ version, files }`, stands before this code.
/* global SITE */
const PREFIX = `tawarikh ${self.registration.scope} `;
const CACHE = PREFIX + SITE.version;

self.addEventListener('install', (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SITE.files))));

self.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())));

// A new version waits until no page shows the old one, or until the reader asks for it.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

// A file that is kept, or else from the host; the parts of a large archive and its plain pages are kept once they were asked for.
async function answer(request) {
  const cache = await caches.open(CACHE);
  const home = request.url.replace(/[?#].*$/, '') === self.registration.scope;
  const kept = await cache.match(home ? 'index.html' : request, { ignoreSearch: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && response.status === 200) await cache.put(request, response.clone());
  return response;
}
