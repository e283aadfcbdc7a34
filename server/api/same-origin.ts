import type { RequestHandler } from 'express';
import { refusal } from './http-problem.ts';

/**
 * Keeps other sites' pages from acting in a signed-in person's name (CSRF). What changes something must come from a
 * page of the very host that is asked, by whatever name that was opened, or from the public address. Programs that
 * are no browser send no Origin and have no cookies to abuse.
 *
 * @param publicUrl see `Config.publicUrl`; behind a proxy, Host may be another.
 */
export function sameOrigin(publicUrl: string | null): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next();
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const same =
      origin === undefined || origin === 'null'
        ? site === 'same-origin' || site === 'none' || (site === undefined && origin === undefined)
        : origin === publicUrl || hostOf(origin) === host;
    if (same) return next();
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
