const CACHE = 'v429';

self.addEventListener('fetch', (event) => {
  event.respondWith(
    fetch(event.request).then((response) => {
      if (response.status === 404) return caches.match('/404.html');
      if (response.status == 503) return caches.match(event.request);
      if (response.status !== 200) return response;
      return caches.open(CACHE).then((c) => c.put(event.request, response.clone())).then(() => response);
    }),
  );
});
