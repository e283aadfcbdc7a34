import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemo, startDemo } from '../../provisioning/demo/demo.ts';
import { demoTeacher } from '../../provisioning/demo/people.ts';
import { databaseEnvironment, dropDatabaseOf } from '../support/databases.ts';
import { joinAsPupil } from '../support/pupil.ts';
import { setUpStaff, startTestServer } from '../support/server.ts';
import { silentLog } from '../support/silent-log.ts';

// A first start sets up 55 Pis and the whole association.
describe('the demo classroom', { timeout: 240_000 }, () => {
  let dataDir: string;
  let demo: RunningDemo | undefined;

  const start = async () =>
    startDemo(
      {
        ...(await databaseEnvironment(dataDir)),
        DATA_DIR: dataDir,
        PORT: '0',
        MQTT_PORT: '0',
        HOST: '127.0.0.1',
      },
      silentLog,
    );
  const code = (box: string) => /Class code +(\S+)/.exec(box)?.[1] ?? '';

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'steckbrett-demo-'));
  });

  afterEach(async () => {
    await demo?.stop();
    demo = undefined;
    await dropDatabaseOf(dataDir);
    rmSync(dataDir, { recursive: true });
  });

  it('prints all that a newcomer needs, and gives a pupil who joins a Pi', async () => {
    demo = await start();
    expect(demo.box).toContain(demoTeacher.email);
    expect(demo.box).toContain(`${demo.server.url}/?code=`);
    const pupil = await joinAsPupil(demo.server.url, code(demo.box), 'Mutige Möwe');
    expect(pupil.state.device).toMatchObject({ id: expect.stringMatching(/^pi-0[1-4]$/), online: true });
    pupil.socket.disconnect();
  });

  it('comes back with the same class', async () => {
    demo = await start();
    const first = code(demo.box);
    await demo.stop();
    demo = await start();
    expect(code(demo.box)).toBe(first);
  });

  it('does not open the data of a real server', async () => {
    const real = await startTestServer({ dataDir });
    await real.stop();
    await expect(start()).rejects.toThrow(/demo/i);
  });

  it('begins again when it was interrupted half-way', async () => {
    const half = await startTestServer({ dataDir, kind: 'demo' });
    await setUpStaff(half);
    await half.stop();
    demo = await start();
    expect(code(demo.box)).toMatch(/^\w{3}-\w{3}$/);
  });
});
