import { once } from 'node:events';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePages } from '../../../server/api/pages.ts';
import { temporaryFolder } from '../../support/server.ts';

describe('servePages', () => {
  let folder: string;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    folder = await temporaryFolder();
    server = createServer(express().use(servePages(folder))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it('says so when the page has not been built', async () => {
    const response = await fetch(`${url}/teacher`);
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run serve')]);
  });

  describe('with a built page', () => {
    beforeAll(async () => {
      await mkdir(join(folder, 'assets'));
      for (const name of ['index', 'teacher', 'association', 'network'])
        await writeFile(join(folder, `${name}.html`), name);
      await writeFile(join(folder, 'assets/index-B4dF00d1.js'), 'hashed');
      await writeFile(join(folder, 'assets/lamp-0badCafe.png'), 'picture');
      await mkdir(join(folder, 'blockly-media'));
      await writeFile(join(folder, 'blockly-media/sprites.svg'), 'sprites');
      await writeFile(join(folder, 'favicon.svg'), 'icon');
      await writeFile(join(folder, 'manifest.webmanifest'), '{}');
      await writeFile(join(folder, 'sw.js'), 'worker');
    });

    const kept = 'public, max-age=31536000, immutable';
    it.each([
      ['/', 'index', 'no-cache'],
      ['/?code=K7F-3XM', 'index', 'no-cache'],
      ['/teacher', 'teacher', 'no-cache'],
      ['/teacher/', 'teacher', 'no-cache'],
      ['/projector', 'teacher', 'no-cache'],
      ['/association', 'association', 'no-cache'],
      ['/setup/a-token', 'association', 'no-cache'],
      ['/invitation/a-token', 'association', 'no-cache'],
      ['/network', 'network', 'no-cache'],
      ['/netzwerk', 'network', 'no-cache'],
      ['/favicon.svg', 'icon', 'no-cache'],
      ['/sw.js', 'worker', 'no-cache'],
      ['/manifest.webmanifest', '{}', 'no-cache'],
      ['/assets/index-B4dF00d1.js', 'hashed', kept],
      ['/assets/lamp-0badCafe.png', 'picture', kept],
    ])('serves %s as %s, %s', async (path, content, caching) => {
      const response = await fetch(url + path);
      expect([await response.text(), response.headers.get('cache-control')]).toEqual([content, caching]);
    });

    it.each([
      ['/', 'index', 'text/html; charset=utf-8'],
      ['/teacher', 'teacher', 'text/html; charset=utf-8'],
      ['/assets/index-B4dF00d1.js', 'hashed', 'text/javascript; charset=utf-8'],
      ['/blockly-media/sprites.svg', 'sprites', 'image/svg+xml'],
      ['/sw.js', 'worker', 'text/javascript; charset=utf-8'],
      ['/manifest.webmanifest', '{}', 'application/manifest+json'],
    ])('compresses %s for who can take it', async (path, content, type) => {
      const ask = (encoding: string) => fetch(url + path, { headers: { 'accept-encoding': encoding } });
      const [small, plain] = await Promise.all([ask('gzip, br'), ask('identity')]);
      expect([small, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null]);
      expect(small.headers.get('content-type')?.split('; charset')[0]).toBe(type.split('; charset')[0]);
      expect(small.headers.get('vary')).toBe('accept-encoding');
      expect(await Promise.all([small.text(), plain.text()])).toEqual([content, content]);
    });

    it('says so when a file is still the same, and sends what has changed', async () => {
      const ask = (headers: Record<string, string> = {}) =>
        fetch(`${url}/favicon.svg`, { headers: { 'accept-encoding': 'gzip', ...headers } });
      const first = await ask();
      const etag = first.headers.get('etag') ?? '';
      // As browsers ask; Node’s fetch would else add `no-cache` to it.
      const again = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
      expect((await ask(again)).status).toBe(304);
      await writeFile(join(folder, 'favicon.svg'), 'another icon');
      await utimes(join(folder, 'favicon.svg'), 1, 1);
      const changed = await ask(again);
      expect([changed.status, await changed.text()]).toEqual([200, 'another icon']);
    });

    it.each(['/assets/old-12345678.js', '/nothing', '/assets/', '/..%2f..%2fpackage.json', '/setup/a/b'])(
      'has nothing at %s',
      async (path) => {
        expect((await fetch(url + path)).status).toBe(404);
      },
    );
  });
});
