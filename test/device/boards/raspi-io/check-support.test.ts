import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identifyBoard } from '../../../../device/boards/model/identify-board.ts';
import { checkSupport } from '../../../../device/boards/raspi-io/check-support.ts';
import { loadModules } from '../../../../device/boards/raspi-io/load-modules.ts';
import { ProblemError } from '../../../../device/contract/problem.ts';

const board = (name: string) => identifyBoard({ name, compatible: [] });

function refusal(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('where raspi-io works', () => {
  it.each([
    'Raspberry Pi 2 Model B Rev 1.2',
    'Raspberry Pi 3 Model B Rev 1.2',
    'Raspberry Pi 3 Model B Plus Rev 1.3',
    'Raspberry Pi 3 Model A Plus Rev 1.0',
    'Raspberry Pi 4 Model B Rev 1.1',
    'Raspberry Pi 4 Model B Rev 1.4',
    'Raspberry Pi 400 Rev 1.0',
  ])('%s', (name) => {
    expect(refusal(() => checkSupport(board(name), 'arm64'))).toBeUndefined();
  });
});

describe('where raspi-io can’t work, it says why and what to use instead', () => {
  it.each([
    { name: 'Raspberry Pi 5 Model B Rev 1.0', why: /RP1/ },
    { name: 'Raspberry Pi 500 Rev 1.0', why: /RP1/ },
    { name: 'Raspberry Pi Compute Module 5 Rev 1.0', why: /RP1/ },
    { name: 'Raspberry Pi Zero 2 W Rev 1.0', why: /know this model/ },
    { name: 'Raspberry Pi Compute Module 4 Rev 1.0', why: /know this model/ },
    { name: 'Raspberry Pi Compute Module 3 Rev 1.0', why: /know this model/ },
    { name: 'Raspberry Pi 4 Model B Rev 1.5', why: /know this revision/ },
    { name: 'Raspberry Pi 3 Model B Rev 1.3', why: /know this revision/ },
    { name: 'Raspberry Pi 3 Model B', why: /know this revision/ },
    { name: 'Raspberry Pi 6 Model B Rev 1.0', why: /know this model/ },
  ])('$name', ({ name, why }) => {
    const problem = refusal(() => checkSupport(board(name), 'arm64'));
    expect(problem?.code).toBe('raspi-io-model');
    expect(problem?.message.en).toContain(name);
    expect(problem?.message.en).toMatch(why);
    expect(problem?.message.en).toContain('character-device');
    expect(problem?.message.de).toContain('BOARD_IO');
  });

  it('on another processor', () => {
    const problem = refusal(() => checkSupport(board('Raspberry Pi 4 Model B Rev 1.4'), 'x64'));
    expect(problem).toMatchObject({ code: 'raspi-io-arm' });
    expect(problem?.message.en).toMatch(/x64.*BOARD=simulated/);
  });

  it('when it is not installed', () => {
    const problem = refusal(() => loadModules());
    expect(problem).toMatchObject({ code: 'raspi-io-missing', detail: expect.stringContaining('raspi-io') });
    expect(problem?.message.de).toMatch(/docs\/hardware\.md.*BOARD_IO/);
  });

  it('when it is installed, but its pigpio is not built', () => {
    const folder = mkdtempSync(join(tmpdir(), 'raspi-io-'));
    const pack = (path: string, main: string) => {
      mkdirSync(join(folder, 'node_modules', path), { recursive: true });
      writeFileSync(join(folder, 'node_modules', path, 'index.js'), main);
    };
    pack('raspi-io', '');
    // What the package "bindings" says in its place.
    pack('raspi-gpio', 'throw new Error("Could not locate the bindings file.")');
    const problem = refusal(() => loadModules(join(folder, 'agent.js')));
    expect(problem).toMatchObject({
      code: 'raspi-io-missing',
      detail: expect.stringContaining('bindings file'),
    });
    rmSync(folder, { recursive: true });
  });
});
