import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packAgent } from '../../provisioning/agent-package/agent-package.ts';
import { startBroker, type TestBroker } from '../support/test-broker.ts';

const root = resolve(import.meta.dirname, '../..');
const secret = 'ein-geheimnis-aus-dem-test';

describe('the packaged agent, on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-package-'));
  const target = join(folder, 'package');
  let broker: TestBroker;
  let agent: ChildProcess | undefined;

  const start = (config: Record<string, string>) => {
    const path = join(folder, 'pi.json');
    writeFileSync(path, JSON.stringify(config));
    agent = spawn(join(target, 'steckbrett-agent'), ['--config', path], {
      cwd: '/',
      env: { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return agent;
  };

  beforeAll(async () => {
    broker = await startBroker(new Map([['pi-01', secret]]));
    const koffiNative = join(root, `node_modules/@koromix/koffi-${process.platform}-${process.arch}`);
    await packAgent({ root, target, koffiNative });
  });
  afterEach(async () => {
    if (!agent || agent.exitCode !== null) return;
    agent.kill('SIGKILL');
    await once(agent, 'exit');
  });
  afterAll(async () => {
    await broker?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('needs nothing of the project: it comes online and says which board it has', async () => {
    start({ server: broker.tcp, deviceId: 'pi-01', secret, board: 'johnny-five-simulated' });
    const reported = await broker.hear(({ topic }) => topic.endsWith('/pi-01/reported'));
    expect(JSON.parse(reported.payload)).toMatchObject({ board: { kind: 'johnny-five' } });
  });

  it('leaves its compile cache in the package, for a quick next start', async () => {
    start({ server: broker.tcp, deviceId: 'pi-01', secret, board: 'simulated' });
    await expect.poll(() => existsSync(join(target, 'cache')), { timeout: 30_000 }).toBe(true);
  });

  it('loads the C library for the kernel’s GPIO, and says what is missing on a machine without', async () => {
    const child = start({ server: broker.tcp, deviceId: 'pi-01', secret, board: 'gpio' });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining('pinctrl-bcm2835') });
  });
});
