import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createRaspiLines } from '../../../../device/boards/raspi-io/raspi-lines.ts';
import type { RaspiModules } from '../../../../device/boards/raspi-io/raspi-modules.ts';
import type { Level } from '../../../../device/parts/driver.ts';

/**
 * Stands for raspi-gpio and raspi-soft-pwm, which load nowhere but on a Pi with pigpio: says what is asked of them.
 */
class Modules implements RaspiModules {
  readonly said: string[] = [];
  readonly inputs = new Map<string, EventEmitter>();
  level: Level = 0;
  /** The pin that pigpio refuses. */
  refused: string | undefined;

  readonly gpio = {
    PULL_NONE: 0,
    PULL_DOWN: 1,
    PULL_UP: 2,
    createDigitalOutput: ({ pin }: { pin: string }) => {
      this.said.push(`${pin} output`);
      return {
        write: (level: Level) => this.said.push(`${pin} ${level}`),
        destroy: () => this.said.push(`${pin} end`),
      };
    },
    createDigitalInput: ({ pin, pullResistor }: { pin: string; pullResistor: number }) => {
      if (pin === this.refused) throw new Error('pigpio error -123 in gpioSetISRFunc');
      this.said.push(`${pin} input ${pullResistor}`);
      const input = new EventEmitter();
      this.inputs.set(pin, input);
      return Object.assign(input, { read: () => this.level, destroy: () => this.said.push(`${pin} end`) });
    },
  };
  readonly pwm = {
    createPWM: ({ pin, frequency }: { pin: string; frequency: number }) => {
      this.said.push(`${pin} pwm ${frequency} Hz`);
      return { write: (duty: number) => this.said.push(`${pin} duty ${duty}`), destroy: () => {} };
    },
  };

  /** An edge at an input. */
  edge(pin: string, level: Level): void {
    this.level = level;
    this.inputs.get(pin)?.emit('change', level);
  }
}

const kit = [
  { gpio: 18, direction: 'output' },
  { gpio: 25, direction: 'input', pull: 'up' },
] as const;

describe('pins by raspi-io', () => {
  it('are named by their GPIO, touched only when they are wired, outputs low', async () => {
    const modules = new Modules();
    const lines = createRaspiLines(modules);
    expect(modules.said).toEqual([]);
    await lines.claim(kit);
    expect(modules.said).toEqual(['GPIO18 output', 'GPIO18 0', 'GPIO25 input 2']);
  });

  it('begin and end at the level that is safe', async () => {
    const modules = new Modules();
    const lines = createRaspiLines(modules);
    await lines.claim([{ gpio: 5, direction: 'output', safe: 1 }]);
    lines.write(5, 0);
    await lines.release();
    expect(modules.said).toEqual(['GPIO5 output', 'GPIO5 1', 'GPIO5 0', 'GPIO5 1', 'GPIO5 end']);
  });

  it('pulse, change their pulses without a break, and end them with a level', async () => {
    const modules = new Modules();
    const lines = createRaspiLines(modules);
    await lines.claim(kit);
    modules.said.length = 0;
    lines.pulse(18, { hertz: 50, duty: 0.05 });
    lines.pulse(18, { hertz: 50, duty: 0.1 });
    expect(lines.read(18)).toBe(1);
    lines.write(18, 0);
    expect(modules.said).toEqual([
      'GPIO18 pwm 50 Hz',
      'GPIO18 duty 0.05',
      'GPIO18 duty 0.1',
      'GPIO18 output',
      'GPIO18 0',
    ]);
    expect(lines.read(18)).toBe(0);
  });

  it('tell each change of an input once', async () => {
    const modules = new Modules();
    const lines = createRaspiLines(modules);
    const heard: [number, Level][] = [];
    lines.onInput((gpio, level) => heard.push([gpio, level]));
    await lines.claim(kit);
    for (const level of [1, 1, 0] as const) modules.edge('GPIO25', level);
    expect(heard).toEqual([
      [25, 1],
      [25, 0],
    ]);
  });

  it('are low and free after the release', async () => {
    const modules = new Modules();
    const lines = createRaspiLines(modules);
    await lines.claim(kit);
    lines.write(18, 1);
    modules.said.length = 0;
    await lines.release();
    expect(modules.said).toEqual(['GPIO18 0', 'GPIO18 end', 'GPIO25 end']);
    lines.write(18, 1);
    expect(modules.said).toHaveLength(3);
  });

  it('are all free again when pigpio refuses one', async () => {
    const modules = new Modules();
    modules.refused = 'GPIO25';
    const lines = createRaspiLines(modules);
    await expect(lines.claim(kit)).rejects.toThrow(/raspi-io-failed/);
    expect(modules.said.at(-1)).toBe('GPIO18 end');
  });
});
