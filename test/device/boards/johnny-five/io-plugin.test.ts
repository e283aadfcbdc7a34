import { describe, expect, it } from 'vitest';
import { IoPlugin } from '../../../../device/boards/johnny-five/io-plugin.ts';
import { createSimulatedLines } from '../../../../device/boards/johnny-five/simulated-lines.ts';
import type { Pulses } from '../../../../device/parts/buses.ts';
import { VirtualClock } from '../../../../device/program/virtual-clock.ts';

async function wired() {
  const lines = createSimulatedLines(new VirtualClock());
  const io = new IoPlugin(lines);
  const changes: string[] = [];
  io.onLevel((gpio, level) => changes.push(`${gpio}=${level}`));
  await io.claim([
    { gpio: 18, direction: 'output' },
    { gpio: 25, direction: 'input', pull: 'up' },
    { gpio: 4, direction: 'input', pull: 'down' },
    { gpio: 5, direction: 'output', safe: 1 },
  ]);
  return { lines, io, changes };
}

describe('the IO plugin', () => {
  it('begins with outputs at their safe level and inputs at the level of their resistor', async () => {
    const { io, changes } = await wired();
    expect([...io.levels()]).toEqual([
      [18, 0],
      [25, 1],
      [4, 0],
      [5, 1],
    ]);
    expect(changes).toEqual([]);
  });

  it('tells each change of a level once, whoever changed it', async () => {
    const { lines, io, changes } = await wired();
    io.digitalWrite(18, 1);
    io.digitalWrite(18, 1);
    lines.drive(25, 0);
    lines.drive(25, null);
    expect(changes).toEqual(['18=1', '25=0', '25=1']);
  });

  it('leaves inputs alone when johnny-five asks for a pull-up by writing to them', async () => {
    const { io, changes } = await wired();
    io.digitalWrite(4, 1);
    expect(io.levels().get(4)).toBe(0);
    expect(changes).toEqual([]);
  });

  it('makes pulses of analogue and servo writes, and tells them only when they change', async () => {
    const { io, changes } = await wired();
    io.onPulses((gpio, { hertz, duty }) => changes.push(`${gpio} ${hertz} Hz ${duty}`));
    io.analogWrite(18, 51);
    io.pwmWrite(18, 51);
    io.servoWrite(18, 90);
    io.servoWrite(18, 1500);
    io.servoConfig(18, 1000, 2000);
    io.servoWrite(18, 0);
    io.analogWrite(18, 255);
    io.analogWrite(18, 0);
    io.analogWrite(25, 51);
    expect(changes).toEqual([
      '18=1',
      '18 200 Hz 0.2',
      '18 50 Hz 0.075',
      '18 50 Hz 0.05',
      '18 50 Hz 1',
      '18=0',
    ]);
  });

  it('keeps quiet about the edges of a quiet input', async () => {
    const { lines, io, changes } = await wired();
    await io.release();
    await io.claim([{ gpio: 26, direction: 'input', pull: 'down', quiet: true }]);
    lines.drive(26, 1);
    expect(changes).toEqual([]);
    expect(io.levels().get(26)).toBe(0);
    await io.release();
    await io.claim([{ gpio: 26, direction: 'input', pull: 'down' }]);
    lines.drive(26, 1);
    expect(changes).toEqual(['26=1']);
  });

  it('reports to a reader the present level first, then each change', async () => {
    const { lines, io } = await wired();
    const read: number[] = [];
    io.digitalRead(25, (level) => read.push(level));
    expect(read).toEqual([]);
    await Promise.resolve();
    lines.drive(25, 0);
    lines.drive(25, 1);
    expect(read).toEqual([1, 0, 1]);
  });

  it('is silent about pins that were released, after a last word to their readers', async () => {
    const { lines, io, changes } = await wired();
    const read: number[] = [];
    io.digitalRead(25, (level) => read.push(level));
    await Promise.resolve();
    lines.drive(25, 0);
    await io.release();
    lines.drive(25, 1);
    io.digitalWrite(18, 1);
    expect(read).toEqual([1, 0, 1]);
    expect(changes).toEqual(['25=0']);
    expect(io.levels().size).toBe(0);
  });

  it('tells pulses when the machine makes them, and asks for them again when it had refused', async () => {
    const asked: Pulses[] = [];
    let refused = true;
    const io = new IoPlugin({
      ...createSimulatedLines(new VirtualClock()),
      pulse(_gpio, pulses) {
        asked.push(pulses);
        if (refused) throw new Error('no pulses');
      },
    });
    const told: Pulses[] = [];
    io.onPulses((_gpio, pulses) => told.push(pulses));
    await io.claim([{ gpio: 18, direction: 'output' }]);
    const pulses = { hertz: 50, duty: 0.5 };
    expect(() => io.pulse(18, pulses)).toThrow('no pulses');
    refused = false;
    io.pulse(18, pulses);
    io.pulse(18, pulses);
    expect(asked).toEqual([pulses, pulses, pulses]);
    expect(told).toEqual([pulses]);
  });
});
