import { isOfVersion, neverChanges, type PageFiles } from './page-files.ts';

const prefix = 'steckbrett-page-';
const lessonCache = 'steckbrett-lessons';
/** Lessons and pictures that are kept; the oldest go first. */
const mostLessons = 60;
/** A server that has not answered by then counts as away when something is kept, ms. */
const patience = 4000;
/** Files that are fetched at a time: thirty tablets do this at once, beside a lesson. */
const atATime = 3;

/** The page of one version and the lessons that were opened, kept in the browser. */
export class PageCache {
  readonly #name: string;
  readonly #files: ReadonlySet<string>;

  constructor({ version, files }: PageFiles) {
    this.#name = prefix + version;
    this.#files = new Set(files);
  }

  /**
   * Gets every file of this version.
   *
   * @throws when one is missing or the server has another version by now; the browser tries again later.
   */
  async install(): Promise<void> {
    const cache = await caches.open(this.#name);
    const waiting = [...this.#files];
    const take = async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        await cache.put(path, await this.#get(path));
      }
    };
    await Promise.all(Array.from({ length: atATime }, take));
  }

  /** Throws away what no open page can need: this version and the one before stay, of which a page may still be open. */
  async tidy(): Promise<void> {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== this.#name);
    await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  }

  /** The page: the server's, and only when that does not answer the kept one. Each names its own version's files. */
  async page(request: Request): Promise<Response> {
    const cache = await caches.open(this.#name);
    return freshOr(request, await cache.match('/'));
  }

  /** A file: the kept one, of whichever version. */
  async file(request: Request): Promise<Response> {
    const kept = await caches.match(request, { ignoreVary: true, ignoreSearch: true });
    return kept ?? fetch(request);
  }

  /** A lesson: the server's, which may have been corrected in the middle of the class; else the kept one. */
  async lesson(request: Request): Promise<Response> {
    const cache = await caches.open(lessonCache);
    const response = await freshOr(request, await cache.match(request, { ignoreVary: true }));
    if (response.ok && !response.headers.has(keptMark)) {
      await cache.put(request, marked(response.clone())).catch(() => undefined);
      const all = await cache.keys();
      for (const old of all.slice(0, Math.max(0, all.length - mostLessons))) await cache.delete(old);
    }
    return response;
  }

  async #get(path: string): Promise<Response> {
    if (neverChanges(path)) {
      const known = await caches.match(path, { ignoreVary: true });
      if (known) return known;
    }
    const response = await fetch(path, { cache: neverChanges(path) ? 'default' : 'no-cache' });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    if (path === '/' && !isOfVersion(await response.clone().text(), this.#files)) {
      throw new Error('the server has another version by now');
    }
    return response;
  }
}

/** On what was kept, so that it is not kept anew. */
const keptMark = 'x-steckbrett-kept';

function marked(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set(keptMark, 'yes');
  return new Response(response.body, { status: response.status, headers });
}

/** The server's answer; when it is away or broken, or has not answered in time, the kept one, if there is one. */
async function freshOr(request: Request, kept: Response | undefined): Promise<Response> {
  if (!kept) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience));
  const fresh = fetch(request).then(
    (response) => (response.status >= 500 ? kept : response),
    () => kept,
  );
  return Promise.race([fresh, late]);
}
