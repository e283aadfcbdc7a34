import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fromSameOrigin } from '../../../server/api/same-origin.ts';

describe('fromSameOrigin', () => {
  const host = '192.168.1.20:8080';
  const cases: [title: string, headers: IncomingHttpHeaders, publicUrl: string | null, same: boolean][] = [
    ['a page opened by address', { host, origin: 'http://192.168.1.20:8080' }, null, true],
    [
      'a page opened by name',
      { host: 'steckbrett.local:8080', origin: 'http://steckbrett.local:8080' },
      null,
      true,
    ],
    [
      'the public address behind a proxy',
      { host, origin: 'https://pi.example.org' },
      'https://pi.example.org',
      true,
    ],
    [
      'a page opened by address beside a public one',
      { host, origin: `http://${host}` },
      'https://pi.example.org',
      true,
    ],
    ['a program that is no browser', { host }, null, true],
    [
      'a browser that hides its origin on its own page',
      { host, 'sec-fetch-site': 'same-origin' },
      null,
      true,
    ],
    ['another port of the same machine', { host, origin: 'http://192.168.1.20:3000' }, null, false],
    ['another site', { host, origin: 'http://evil.example' }, null, false],
    [
      'a host whose name begins alike',
      { host, origin: 'http://192.168.1.20:8080.evil.example' },
      null,
      false,
    ],
    ['another site that hides its origin', { host, origin: 'null' }, null, false],
    ['another site that sends none', { host, 'sec-fetch-site': 'cross-site' }, null, false],
    ['a page of the same site', { host, 'sec-fetch-site': 'same-site' }, null, false],
    ['the public address when there is none', { host, origin: 'https://pi.example.org' }, null, false],
  ];
  it.each(cases)('judges %s', (_title, headers, publicUrl, same) => {
    expect(fromSameOrigin(headers, publicUrl)).toBe(same);
  });
});
