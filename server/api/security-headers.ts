import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The headers that tell browsers what our pages never do. Over plain HTTP in a school's network, which we support,
 * nothing may ask for https and nothing may be sent that browsers only honour there.
 *
 * @param https whether the server is reached by https.
 */
export function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // QuickJS is WebAssembly; nothing else is compiled from text.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // Lit's and Blockly's style elements, and style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    referrerPolicy: { policy: 'same-origin' },
  });
}
