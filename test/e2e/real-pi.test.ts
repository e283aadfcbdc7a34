import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentConfigSchema } from '../../server/api/contract/endpoints.ts';
import { startAgent } from '../support/agent-process.ts';
import { marked } from '../support/browser.ts';
import { staffMember } from '../support/classroom.ts';
import { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

describe('a new Pi', () => {
  let world: World;
  const folder = mkdtempSync(join(tmpdir(), 'steckbrett-new-pi-'));

  beforeAll(async () => {
    world = await World.start(0);
  });

  afterAll(async () => {
    await world?.stop();
    rmSync(folder, { recursive: true });
  });

  it('is added by staff in the page, gets one small file, and joins with it over WebSocket', async () => {
    const staff = await TeacherPage.signIn(world.browser, world.server.url, staffMember, {
      path: '/association#fleet',
    });
    await staff.page.click(marked('add-device'));
    await staff.page.fill(marked('add-device-name'), 'pi-07');
    await staff.page.click(marked('add-device-go'));
    const [download] = await Promise.all([
      staff.page.waitForEvent('download'),
      staff.page.click(marked('add-device-download')),
    ]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    expect(download.suggestedFilename()).toBe('pi-07.json');
    const config = agentConfigSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(new URL(config.server).pathname).toBe('/mqtt');

    // The file names the server by its address in the network; this machine's tests stay on the loopback.
    const agent = await startAgent({ ...config, server: `ws://127.0.0.1:${world.server.port}/mqtt` });
    await agent.waitUntilOnline();
    await staff.page.reload();
    await staff.page.waitForSelector(`${marked('device-row')}[data-device="pi-07"][data-online="yes"]`);
    await agent.kill();
    await staff.page.waitForSelector(`${marked('device-row')}[data-device="pi-07"][data-online="no"]`);
  });
});
