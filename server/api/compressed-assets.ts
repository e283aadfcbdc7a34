import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

const compress = promisify(gzip);

/** Plain names in the given folder or one below: what is not one of these is left to the static files behind. */
const compressible = /^(?:[\w-]+\/)?[\w-][\w.-]*\.(?:html|js|css|svg|json|wasm|webmanifest|cur)$/;

export interface CompressedOptions {
  /** What browsers are told about keeping it. */
  readonly cacheControl: string;
  /** Files never change under their name, so that nobody need look whether they did. */
  readonly immutable?: boolean;
  /** Which file a path means; without it, the path is the file's. */
  readonly fileOf?: (path: string) => string | undefined;
}

interface Kept {
  readonly changed: number;
  readonly content: Promise<Buffer>;
}

/**
 * Serves the files of the page compressed: thirty tablets on one school's Wi-Fi load a third of the bytes. Each file
 * is compressed once and kept for as long as it stays the same. Only gzip: on plain HTTP browsers take nothing else.
 *
 * @param folder the built page, or its `assets`.
 */
export function compressedAssets(folder: string, options: CompressedOptions): RequestHandler {
  const { cacheControl, immutable = false, fileOf = (path: string) => path.slice(1) } = options;
  const kept = new Map<string, Kept>();
  const compressed = async (name: string): Promise<{ content: Buffer; changed: number }> => {
    const file = join(folder, name);
    let known = kept.get(name);
    const changed = known && immutable ? known.changed : Math.trunc((await stat(file)).mtimeMs);
    if (known?.changed !== changed) {
      const content = readFile(file).then((plain) => compress(plain, { level: 9 }));
      known = { changed, content };
      kept.set(name, known);
      content.catch(() => kept.delete(name));
    }
    return { content: await known.content, changed };
  };
  return async (request, response, next) => {
    const name = fileOf(request.path);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || !name || !compressible.test(name) || !request.acceptsEncodings('gzip')) return next();
    const found = await compressed(name).catch(() => undefined);
    if (!found) return next();
    response.set({ 'cache-control': cacheControl, vary: 'accept-encoding' });
    if (!immutable) response.set('etag', `"${found.changed.toString(36)}-gzip"`);
    if (request.fresh) return response.status(304).end();
    response.set('content-encoding', 'gzip').type(typeOf(name)).send(found.content);
  };
}

function typeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return extension === 'webmanifest'
    ? 'application/manifest+json'
    : extension === 'cur'
      ? 'image/x-icon'
      : extension;
}
