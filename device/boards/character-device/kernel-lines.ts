import { closeSync } from 'node:fs';
import type { Clock } from '../../program/clock.ts';
import type { DigitalLines } from '../johnny-five/digital-lines.ts';
import type { HardwarePwm } from './hardware-pwm.ts';
import type { Libc } from './libc.ts';
import { PulsingOutputs } from './pulsing-outputs.ts';
import { type EdgeListener, WatchedInputs } from './watched-inputs.ts';

export interface KernelLinesOptions {
  readonly libc: Libc;
  /** An open GPIO chip, which the lines close at the end. */
  readonly chipFd: number;
  readonly clock: Clock;
  /** Drives the outputs that are its own; these are not claimed as lines. */
  readonly hardwarePwm: HardwarePwm;
  /** The kernel took inputs away while they were watched, or pulses ended by themselves. */
  readonly onFailure: (error: unknown) => void;
}

/** The digital pins of a Linux machine, with what its echo timer needs besides. */
export interface KernelLines extends DigitalLines {
  /** @see PulsingOutputs.strike @throws RangeError when the GPIO is no claimed output. */
  strike(gpio: number, micros: number): number;
  /** Hears the edges of all inputs too; returns how to stop. */
  onEdge(listener: EdgeListener): () => void;
}

/**
 * The digital pins of a Linux machine over an open GPIO chip. Outputs are one request and inputs another, so that
 * one thread hears all edges and one thread makes all pulses.
 */
export function createKernelLines(options: KernelLinesOptions): KernelLines {
  const { libc, chipFd, clock, hardwarePwm, onFailure } = options;
  let outputs: PulsingOutputs | undefined;
  let inputs: WatchedInputs | undefined;
  let heard: EdgeListener = () => {};
  const listeners = new Set<EdgeListener>();
  const onEdge: EdgeListener = (gpio, level, at) => {
    heard(gpio, level, at);
    for (const listener of [...listeners]) listener(gpio, level, at);
  };

  const release = async () => {
    const claimed = [outputs, inputs];
    outputs = undefined;
    inputs = undefined;
    hardwarePwm.release();
    await Promise.all(claimed.map((one) => one?.close()));
  };

  return {
    async claim(settings) {
      const byHardware = settings.filter(
        ({ gpio, direction }) => direction === 'output' && hardwarePwm.serves(gpio),
      );
      const lines = settings.filter((one) => !byHardware.includes(one));
      try {
        outputs = PulsingOutputs.claim({ libc, chipFd, settings: lines, clock, onFailure });
        inputs = WatchedInputs.claim({ libc, chipFd, settings: lines, clock, onEdge, onFailure });
        for (const { gpio, safe } of byHardware) await hardwarePwm.claim(gpio, safe);
      } catch (error) {
        await release();
        throw error;
      }
    },
    write(gpio, level) {
      if (outputs?.has(gpio)) outputs.write(gpio, level);
      else hardwarePwm.write(gpio, level);
    },
    pulse(gpio, pulses) {
      if (outputs?.has(gpio)) outputs.pulse(gpio, pulses);
      else hardwarePwm.pulse(gpio, pulses);
    },
    read(gpio) {
      const group = [outputs, inputs].find((one) => one?.has(gpio));
      return group ? group.read(gpio) : hardwarePwm.read(gpio);
    },
    onInput(listener) {
      heard = listener;
    },
    onEdge(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    strike(gpio, micros) {
      if (!outputs?.has(gpio)) throw new RangeError(`GPIO ${gpio} is no claimed output`);
      return outputs.strike(gpio, micros);
    },
    release,
    async close() {
      await release();
      closeSync(chipFd);
    },
  };
}
