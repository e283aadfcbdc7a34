import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAgentConfig } from '../../../device/agent/config.ts';
import { ProblemError } from '../../../device/contract/problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = { server: 'mqtt://localhost:1883', deviceId: 'pi-07', secret: 'a-secret-of-20-chars' };

function written(content: unknown): string {
  const path = join(folder, 'pi.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function refusal(path: string, environment = {}): ProblemError {
  try {
    readAgentConfig(path, environment);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('the config was taken');
}

describe('the agent’s config', () => {
  it.each(['mqtt://pi.local', 'mqtts://x.example:8883', 'ws://192.168.1.5:8080/mqtt', 'wss://x.example'])(
    'takes the server %s',
    (server) => {
      expect(readAgentConfig(written({ ...good, server }), {})).toEqual({
        ...good,
        server,
        board: 'auto',
        boardIo: 'auto',
        hardwarePwm: [],
        keepWifi: [],
        classFolders: [],
      });
    },
  );

  it.each([
    { wrong: 'server', content: { ...good, server: 'http://localhost' } },
    { wrong: 'server', content: { ...good, server: 'localhost' } },
    { wrong: 'server', content: { deviceId: good.deviceId, secret: good.secret } },
    { wrong: 'deviceId', content: { ...good, deviceId: 'Pi 07' } },
    { wrong: 'secret', content: { ...good, secret: 'short' } },
    { wrong: 'board', content: { ...good, board: 'arduino' } },
    { wrong: 'boardIo', content: { ...good, boardIo: 'wiringpi' } },
    { wrong: 'hardwarePwm', content: { ...good, hardwarePwm: [17] } },
  ])('names the field that is wrong: $wrong', ({ wrong, content }) => {
    const { problem } = refusal(written(content));
    expect(problem.code).toBe('config-invalid');
    expect(problem.message.de).toContain(wrong);
    expect(problem.message.en).toContain(wrong);
  });

  it('says so when the file is no JSON, or none at all', () => {
    expect(refusal(written('{"server":')).problem.code).toBe('config-invalid');
    expect(refusal(join(folder, 'none.json')).problem.code).toBe('config-unreadable');
  });

  it.each([
    { environment: { BOARD: 'simulated' }, expected: { board: 'simulated' } },
    { environment: { BOARD: '' }, expected: { board: 'gpio' } },
    { environment: { BOARD_IO: 'raspi-io' }, expected: { boardIo: 'raspi-io' } },
    { environment: { HARDWARE_PWM: '18,19' }, expected: { hardwarePwm: [18, 19] } },
    { environment: { GPIO_CHIP_LABEL: 'pinctrl-new' }, expected: { gpioChipLabel: 'pinctrl-new' } },
  ])('lets the environment $environment win over the file', ({ environment, expected }) => {
    expect(readAgentConfig(written({ ...good, board: 'gpio' }), environment)).toMatchObject(expected);
  });

  it.each([
    { environment: { BOARD: 'esp32' }, says: /BOARD:.*esp32.*simulated.*gpio/ },
    { environment: { BOARD_IO: 'wiringpi' }, says: /BOARD_IO:.*wiringpi.*character-device.*raspi-io/ },
    { environment: { HARDWARE_PWM: '18,20' }, says: /HARDWARE_PWM:.*18,20.*12, 13, 18 and 19/ },
    { environment: { HARDWARE_PWM: 'all' }, says: /HARDWARE_PWM:.*all/ },
  ])('names the choices when $environment is wrong', ({ environment, says }) => {
    const { problem } = refusal(written(good), environment);
    expect(problem.code).toBe('config-invalid');
    expect(problem.message.en).toMatch(says);
  });
});
