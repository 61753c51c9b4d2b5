const CACHE = 'shell-v404';
const SHELL = ['/', '/app.js', '/app.css', '/404.html', '/500.html'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

async function answer(request) {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(5000) });
    if (response.status === 404 && request.mode === 'navigate') {
      return (await caches.match('/404.html')) ?? response;
    }
    if (response.status > 499) {
      return (await caches.match(request)) ?? response;
    }
    return response;
  } catch {
    const cached = await caches.match(request);
    return cached ?? new Response('offline', { status: 504, statusText: 'Gateway Timeout' });
  }
}

self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});
