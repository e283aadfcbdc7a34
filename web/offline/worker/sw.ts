import { PageCache } from './page-cache.ts';
import { type PageFiles, routeOf } from './page-files.ts';

/** What a service worker is given; TypeScript’s own library for it cannot stand beside that of pages. */
interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void>; matchAll(which: object): Promise<readonly unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', heard: (event: LastingEvent) => void): void;
  addEventListener(type: 'message', heard: (event: LastingEvent & { readonly data: unknown }) => void): void;
  addEventListener(type: 'fetch', heard: (event: AskedEvent) => void): void;
}
interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface AskedEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The build puts the list of files here. */
declare const __STECKBRETT_PAGE_FILES__: PageFiles;

const scope = globalThis as unknown as WorkerScope;
const page: PageFiles = __STECKBRETT_PAGE_FILES__;
const known = new Set(page.files);
const cache = new PageCache(page);

scope.addEventListener('install', (event) => event.waitUntil(cache.install()));
scope.addEventListener('activate', (event) =>
  event.waitUntil(cache.tidy().then(() => scope.clients.claim())),
);
scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const route = routeOf(request, new URL(request.url), scope.location.origin, known);
  if (route === 'network') return;
  if (route === 'page') event.waitUntil(handOver());
  event.respondWith(cache[route](request));
});

/** A newer worker that waits takes over when a page is opened and no other is: never in the middle of work. */
async function handOver(): Promise<void> {
  const { waiting } = scope.registration;
  if (!waiting) return;
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length < 2) waiting.postMessage('take-over');
}
