import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../scripts/device/options.ts';
import { agentConfigSchema } from '../../server/api/contract/endpoints.ts';
import { staffMember } from '../support/classroom.ts';
import { openSchool, type School } from '../support/school.ts';
import { ScriptedAgent } from '../support/scripted-agent.ts';

const script = join(import.meta.dirname, '../../scripts/device-add.ts');
let school: School;
let folder: string;

beforeAll(async () => {
  school = await openSchool({ devices: 0 });
  folder = await mkdtemp(join(tmpdir(), 'steckbrett-device-add-'));
});
afterAll(async () => {
  await school.close();
  await rm(folder, { recursive: true });
});

/** Runs the script as a process, in a folder of its own. */
async function add(...args: string[]): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    DATA_DIR: school.dataDir,
    PORT: '8080',
    STECKBRETT_PASSWORD: staffMember.password,
  };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { cwd: folder, env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

async function written(file: string) {
  const path = join(folder, file);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  return agentConfigSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}

describe('device:add', () => {
  it('goes through the server while it runs', async () => {
    const refused = await add('--name', 'pi-07');
    expect(refused).toMatchObject({
      code: 1,
      said: expect.stringContaining('--url, --email and --password'),
    });

    const through = ['--url', school.origin, '--email', staffMember.email];
    const done = await add('--name', 'pi-07', '--school', 'Testschule', ...through);
    expect(done.said).toContain('npm run agent -- --config pi-07.json');
    const agent = await ScriptedAgent.connect(await written('pi-07.json'));
    await agent.close();
    const { devices } = await school.staff.call('devices', {}, {});
    expect(devices.find(({ id }) => id === 'pi-07')?.school?.name).toBe('Testschule');
  });

  it('writes straight to the data while the server does not run', async () => {
    await school.restart(async () => {
      expect((await add('--name', 'pi-08', '--school', 'Testschule')).code).toBe(0);
    });
    const config = await written('pi-08.json');
    expect(config.server).toMatch(/^ws:\/\/.+:8080\/mqtt$/);
    const agent = await ScriptedAgent.connect({
      ...config,
      server: `${school.origin.replace('http', 'ws')}/mqtt`,
    });
    await agent.close();
  });

  it('does not overwrite the file of another Pi, and adds nothing then', async () => {
    const through = ['--url', school.origin, '--email', staffMember.email];
    await add('--name', 'pi-09', ...through);
    const before = await written('pi-09.json');
    expect((await add('--name', 'pi-09', ...through)).said).toContain('exists already');
    expect(await written('pi-09.json')).toEqual(before);
    const { devices } = await school.staff.call('devices', {}, {});
    expect(devices.filter(({ name }) => name === 'pi-09')).toHaveLength(1);
  });
});

describe('the options', () => {
  it.each<[string, string[], string]>([
    ['no name', [], '--name is missing'],
    ['a name that is too long', ['--name', 'x'.repeat(41)], '--name is missing'],
    ['an option that it does not know', ['--nmae', 'pi'], '--nmae'],
    ['a server that is no address', ['--name', 'pi', '--server', 'here'], '--server should be'],
    [
      'a page instead of a broker',
      ['--name', 'pi', '--server', 'https://pi.example.org'],
      '--server should be',
    ],
    ['nobody to sign in', ['--name', 'pi', '--url', 'http://localhost:8080'], '--email and --password'],
  ])('with %s are refused with a sentence', (_, args, sentence) => {
    expect(() => readOptions(args, {})).toThrow(sentence);
  });
});
