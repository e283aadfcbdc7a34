import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePage } from '../../scripts/setup/page.ts';
import { pageStates, Stage } from './support/page-states.ts';
import { World } from './support/world.ts';

describe('every page asks nobody but our own server', () => {
  let world: World;
  let stage: Stage;
  const asked = new Set<string>();
  /** What our own policy keeps a page from asking of somebody else. */
  const forbidden: string[] = [];
  const watched = (context: BrowserContext) => {
    const note = (address: string) => {
      if (/^(https?|wss?):/.test(address)) asked.add(new URL(address).host);
    };
    context.on('request', (request) => note(request.url()));
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) forbidden.push(message.text());
    });
    context.on('page', (page: Page) => page.on('websocket', (socket) => note(socket.url())));
  };

  beforeAll(async () => {
    world = await World.start(1);
    stage = await Stage.set(world);
    for (const context of [stage.pupil, stage.teacher, stage.staff, stage.nobody]) watched(context);
  });
  afterAll(() => world?.stop());

  it.each(pageStates)('$name', async ({ open }) => {
    asked.clear();
    forbidden.length = 0;
    const page = await open(stage);
    expect([...asked]).toEqual([new URL(world.server.url).host]);
    expect(forbidden).toEqual([]);
    await page.close();
  });
});

describe('the built files', () => {
  /** Names, not addresses: nothing of these is ever asked for. Whatever else comes up belongs on our own server. */
  const names = [
    /^http:\/\/www\.w3\.org\//,
    /^https:\/\/developers\.google\.com\/blockly\/xml$/,
    // Blockly's own default; every editor of ours says `/blockly-media/`.
    /^https:\/\/static\.blockly\.com\/media\/$/,
    // In messages for who reads the console.
    /^https:\/\/(?:github\.com|socket\.io\/docs|en\.wikipedia\.org|bugzilla\.mozilla\.org|lit\.dev)\b/,
  ];

  it('hold no address of somebody else', () => {
    ensurePage();
    const folder = resolve(import.meta.dirname, '../../dist/web');
    const found = globSync('**/*.{html,js,css,svg,json,webmanifest}', { cwd: folder }).flatMap((file) =>
      [
        ...readFileSync(join(folder, file), 'utf8').matchAll(
          /\b(?:https?|wss?):\/\/[a-z0-9][\w.-]*[^\s"'`)<>\\]*/gi,
        ),
      ]
        .map(([address]) => address)
        .filter((address) => !names.some((name) => name.test(address)))
        .map((address) => `${file}: ${address}`),
    );
    expect(found).toEqual([]);
  });
});
