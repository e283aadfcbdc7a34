import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

const compress = promisify(gzip);

/** Plain names only: what is not one of these is left to the static files behind. */
const compressible = /^[\w-][\w.-]*\.(?:js|css|svg|json|wasm)$/;

/**
 * Serves the hashed files of the page compressed: thirty tablets on one school's Wi-Fi load a third of the bytes. Each
 * file is compressed once and kept, since under its name it never changes.
 *
 * @param folder the built page's `assets`.
 */
export function compressedAssets(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();
  const compressed = (name: string): Promise<Buffer> => {
    const known = kept.get(name);
    if (known) return known;
    const made = readFile(join(folder, name)).then((content) => compress(content, { level: 9 }));
    kept.set(name, made);
    made.catch(() => kept.delete(name));
    return made;
  };
  return async (request, response, next) => {
    const name = request.path.slice(1);
    if (request.method !== 'GET' || !compressible.test(name) || !request.acceptsEncodings('gzip'))
      return next();
    const content = await compressed(name).catch(() => undefined);
    if (!content) return next();
    response
      .set({
        'content-encoding': 'gzip',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      })
      .type(extname(name))
      .send(content);
  };
}
