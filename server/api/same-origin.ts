import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { refusal } from './http-problem.ts';

/**
 * Whether a request comes from a page of the very host that is asked, by whatever name that was opened, from the
 * public address, or from a program that is no browser: that sends no Origin and has no cookies to abuse.
 *
 * @param publicUrl see `Config.publicUrl`; behind a proxy, Host may be another.
 */
export function fromSameOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (origin === undefined || origin === 'null') {
    return site === 'same-origin' || site === 'none' || (site === undefined && origin === undefined);
  }
  return origin === publicUrl || hostOf(origin) === host;
}

/** Keeps other sites' pages from acting in a signed-in person's name (CSRF): what changes something must be of the same origin. */
export function sameOrigin(publicUrl: string | null): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next();
    if (fromSameOrigin(request.headers, publicUrl)) return next();
    throw refusal(
      403,
      'origin-foreign',
      'Diese Anfrage kam von einer fremden Seite und wurde nicht ausgeführt.',
      'This request came from another site and was not carried out.',
    );
  };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
