import type { Request } from 'express';
import { refusal } from './http-problem.ts';

/**
 * Reads a request's body whole.
 *
 * @throws HttpProblem `file-too-large` as soon as it is known that more would come, `file-empty`, or
 *   `file-incomplete` when the connection ended before the file did.
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Refusing does not cut the connection; see `takeRest`.
    const arriving: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
    for await (const chunk of arriving) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
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
  return Buffer.concat(chunks);
}

/** More than any phone's photo: whoever sends more than this after all is cut off. */
const maxRest = 64 * 1024 * 1024;

/**
 * Throws away what still comes of a request that is refused. Browsers, and proxies before us, read no answer before they
 * have sent everything; they would report a broken connection in place of our sentence.
 */
export function takeRest(request: Request): Promise<void> {
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
