import express, { type Express, type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import { endpoints, fileEndpoints, uploadEndpoints } from './contract/endpoints.ts';
import { openApiDocument } from './openapi.ts';
import { servePages } from './pages.ts';
import { problemHandler, unknownEndpoint } from './problem-response.ts';
import { sameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpAppParts {
  /** See `Config.publicUrl`. */
  readonly publicUrl: string | null;
  readonly version: string;
  readonly logger: Logger;
  readonly health: RequestHandler;
  /** The built page, `dist/web`. */
  readonly webFolder: string;
}

/** Programs and blocks travel on the live connection; what is sent here is small. */
const maxBody = '64kb';

/** Makes the Express application and the router that endpoints are put on. */
export function createHttpApp({ publicUrl, version, logger, health, webFolder }: HttpAppParts): {
  app: Express;
  router: Router;
} {
  const app = express();
  const router = Router();
  app.disable('x-powered-by');
  app.disable('etag');
  // A proxy on this machine may say who really asks; nobody else may.
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(securityHeaders(publicUrl?.startsWith('https:') ?? false));
  app.get('/healthz', health);
  const document = openApiDocument({ endpoints, files: fileEndpoints, uploads: uploadEndpoints }, version);
  app.get('/api/openapi.json', (_request, response) => {
    response.json(document);
  });
  app.use('/api', sameOrigin(publicUrl), express.json({ limit: maxBody }));
  app.use(router);
  app.use('/api', unknownEndpoint);
  app.use(servePages(webFolder));
  app.use(problemHandler(logger));
  return { app, router };
}
