/** What the build writes into the worker in place of a name: everything the pupil's page may load. */
export interface PageFiles {
  /** Changes with any of the files. */
  readonly version: string;
  /** Addresses on our own origin; `/` is the page itself. */
  readonly files: readonly string[];
}

/** How the worker answers a request; `network`: not at all, the browser asks the server as ever. */
export type Route = 'page' | 'file' | 'lesson' | 'network';

/** Files with a hash of their content in the name: such a name never means anything else. */
const hashed = /^\/assets\//;
/** The lesson itself and its pictures; a list of lessons, or a teacher's notes, are not for pupils without a network. */
const lesson = /^\/api\/(?:lessons\/(?:de|en)|lesson-pictures\/[^/]+)\/[^/]+$/;

/**
 * @param request the method, and whether somebody opens a page (`mode` of the fetch standard).
 * @param address where to.
 * @param origin ours.
 */
export function routeOf(
  request: { readonly method: string; readonly mode: string },
  address: URL,
  origin: string,
  files: ReadonlySet<string>,
): Route {
  if (request.method !== 'GET' || address.origin !== origin) return 'network';
  const { pathname } = address;
  if (request.mode === 'navigate') return pathname === '/' ? 'page' : 'network';
  if (pathname === '/') return 'network';
  if (lesson.test(pathname)) return 'lesson';
  return hashed.test(pathname) || files.has(pathname) ? 'file' : 'network';
}

/** Whether a page names only files of this version: a server that was renewed in between sends a newer one. */
export function isOfVersion(html: string, files: ReadonlySet<string>): boolean {
  return [...html.matchAll(/["'](\/assets\/[^"']+)["']/g)].every(([, path]) => files.has(path ?? ''));
}

/** Whether the same name always means the same content. */
export function neverChanges(path: string): boolean {
  return hashed.test(path);
}
