import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Response, Router } from 'express';

import { compressedAssets } from './compressed-assets.ts';

/** Which built page answers at which addresses; what comes after is the page's own matter. */
const pages = {
  'index.html': ['/'],
  'teacher.html': ['/teacher', '/projector'],
  'parts.html': ['/parts', '/bauteile'],
  'print.html': ['/print'],
  'privacy.html': ['/privacy', '/datenschutz'],
  'network.html': ['/network', '/netzwerk'],
  'thing.html': ['/t/:code'],
  'sponsor.html': ['/sponsors/:token'],
  'association.html': ['/association', '/setup/:token', '/invitation/:token'],
} as const;

/**
 * Serves the built page: files with a hash in their name for good, everything else asked for anew each time.
 *
 * @param folder `dist/web`.
 */
export function servePages(folder: string): Router {
  const router = Router();
  for (const [file, paths] of Object.entries(pages)) {
    const compressed = compressedAssets(folder, { cacheControl: 'no-cache', fileOf: () => file });
    router.get([...paths], compressed, (_request, response) => {
      if (!existsSync(join(folder, file))) return sendNotBuilt(response);
      response.set('cache-control', 'no-cache').sendFile(file, { root: folder, cacheControl: false });
    });
  }
  router.use(
    '/assets',
    compressedAssets(join(folder, 'assets'), {
      cacheControl: 'public, max-age=31536000, immutable',
      immutable: true,
    }),
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  router.use(
    compressedAssets(folder, { cacheControl: 'no-cache' }),
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response) => response.setHeader('cache-control', 'no-cache'),
    }),
  );
  router.use((_request, response) => {
    sendSentence(
      response.status(404),
      'Diese Seite gibt es nicht.',
      'This page does not exist.',
      '<p><a href="/">Zur Startseite · To the first page</a></p>',
    );
  });
  return router;
}

function sendNotBuilt(response: Response): void {
  sendSentence(
    response.status(503),
    'Die Seite ist noch nicht gebaut. Starten Sie den Server mit „npm run serve“, das baut sie.',
    'The page has not been built yet. Start the server with “npm run serve”, which builds it.',
  );
}

function sendSentence(response: Response, de: string, en: string, more = ''): void {
  response
    .set('cache-control', 'no-store')
    .type('html')
    .send(
      `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Steckbrett</title><style>:root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}main{max-width:36rem;margin:15vh auto;padding:0 1rem}h1{font-size:1.5rem}</style><body><main><h1>${de}</h1><p lang="en">${en}</p>${more}</main></body></html>`,
    );
}
