import type { Response } from 'express';
import type { FileAnswer } from './mount.ts';

/** Sends a file to be shown (`inline`) or kept; browsers take it for nothing but what it says it is. */
export async function sendFile(response: Response, file: FileAnswer): Promise<void> {
  const plain = file.name.replace(/[^\w.-]+/g, '_');
  response
    .set({
      ...(file.tag
        ? { 'cache-control': 'private, no-cache', etag: `"${file.tag}"` }
        : { 'cache-control': 'no-store' }),
      'content-type': file.type,
      'content-disposition': `${file.inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
    })
    .send(Buffer.from(file.bytes));
}
