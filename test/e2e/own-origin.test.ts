import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
