/**
 * Keeps the page itself for when the connection is gone: its files, by the list the build writes. Answers of the API are
 * never kept; they are always asked for anew.
 */
declare const self: ServiceWorkerGlobalScope;

const CACHE = 'nima-shell';

interface Shell {
  readonly files: readonly string[];
}

/** Fetches what the cache lacks and drops what the newest page no longer names. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  const answer = await fetch('/shell.json', { cache: 'no-store' });
  if (!answer.ok) return;
  const { files } = (await answer.json()) as Shell;
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const isHashed = (path: string) => path.startsWith('/assets/');
  await cache.addAll(files.filter((path) => !isHashed(path) || !kept.includes(path)));
  await Promise.all(kept.filter((path) => !files.includes(path)).map((path) => cache.delete(path)));
}

const kept = async (path: string): Promise<Response | undefined> => (await caches.open(CACHE)).match(path);

/** The newest page when Nima can be reached, else the kept one. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await kept('/')) ?? Response.error();
  }
}

const isApi = (path: string): boolean => /^\/(v1|health|metrics|mcp|docs|redoc|openapi)(\/|\.|$)/.test(path);

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

/** The page says when it was loaded anew, so that the shell follows the server without a new worker. */
self.addEventListener('message', (event) => {
  if (event.data === 'keep-shell') event.waitUntil(keepShell());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || isApi(url.pathname)) return;
  if (request.mode === 'navigate') return event.respondWith(page(request));
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(kept(url.pathname).then((file) => file ?? fetch(request)));
    return;
  }
  event.respondWith(fetch(request).catch(async () => (await kept(url.pathname)) ?? Response.error()));
});

export {};
