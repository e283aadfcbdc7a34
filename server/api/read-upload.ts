import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import { refusal } from './http-problem.ts';

/**
 * Reads a request's body whole.
 *
 * @throws HttpProblem what `arriving` throws.
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of arriving(request, maxBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * Writes a request's body into a new file, however large, without ever holding more than a piece of it. What arrived of a
 * file that is refused stays for the caller to remove.
 *
 * @throws HttpProblem what `arriving` throws, or `disk-full`.
 */
export async function receiveUpload(request: Request, maxBytes: number, path: string): Promise<void> {
  try {
    await pipeline(arriving(request, maxBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw refusal(
      507,
      'disk-full',
      'Auf dem Server ist kein Platz für diese Datei. Bitte schaffen Sie dort Platz und senden Sie die Datei noch einmal.',
      'There is no room for this file on the server. Please make room there and send the file again.',
    );
  }
}

/**
 * A request's body, piece by piece.
 *
 * @throws HttpProblem `file-too-large` as soon as it is known that more would come, `file-empty`, or
 *   `file-incomplete` when the connection ended before the file did.
 */
async function* arriving(request: Request, maxBytes: number): AsyncGenerator<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  let length = 0;
  try {
    // Refusing does not cut the connection; see `takeRest`.
    const pieces: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
    for await (const piece of pieces) {
      length += piece.length;
      if (length > maxBytes) throw tooLarge(maxBytes);
      yield piece;
    }
  } catch (error) {
    if (request.complete || length > maxBytes) throw error;
    throw refusal(
      400,
      'file-incomplete',
      'Die Datei kam nicht ganz an. Bitte senden Sie sie noch einmal.',
      'The file did not arrive completely. Please send it again.',
    );
  }
  if (length === 0) {
    throw refusal(
      400,
      'file-empty',
      'Die Datei ist leer. Bitte wählen Sie eine andere.',
      'The file is empty. Please choose another one.',
    );
  }
}

/** More than any phone's photo: whoever sends more than this after all is cut off, unless the endpoint takes larger files. */
const leastRest = 64 * 1024 * 1024;

/**
 * Throws away what still comes of a request that is refused. Browsers, and proxies before us, read no answer before they
 * have sent everything; they would report a broken connection in place of our sentence.
 */
export function takeRest(request: Request, maxBytes: number): Promise<void> {
  const maxRest = Math.max(leastRest, maxBytes);
  return new Promise((resolve) => {
    if (request.readableEnded || request.destroyed) return resolve();
    let rest = 0;
    request.on('data', (chunk: Buffer) => {
      rest += chunk.length;
      if (rest > maxRest) resolve();
    });
    for (const end of ['end', 'close', 'error']) request.once(end, () => resolve());
    request.resume();
  });
}

function tooLarge(maxBytes: number) {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return refusal(
    413,
    'file-too-large',
    `Die Datei ist zu groß: Höchstens ${megabytes} MB gehen. Bitte wählen Sie eine kleinere.`,
    `The file is too large: it may have at most ${megabytes} MB. Please choose a smaller one.`,
  );
}
