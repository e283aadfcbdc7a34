import type { JohnnyFiveContext } from '../johnny-five-context.ts';
import type { PartDefinition } from '../part.ts';
import { poll } from '../polling.ts';
import { Reading } from '../reading.ts';
import type { SimulatedContext, SimulatedDriver } from '../simulated-context.ts';
import { converterOptions, converterUse, openConverter, supply } from './converter.ts';

/** Ten looks a second. */
const interval = 100_000;
const range = { min: 0, max: 100, resolution: 1 };

/** What makes one analogue sensor of another. */
export interface AnalogueSensor {
  readonly type: string;
  /** The name of its value in percent of the supply, and of the input that sets it. */
  readonly value: string;
  /** Percent, before anybody has touched the simulated one. */
  readonly resting: number;
  /** Percent; how far readings of a simulated one stray at most. */
  readonly noise: number;
  readonly events: readonly string[];
  /** Makes one listener of a part: hears each new value, the first included, and says what to tell. */
  watcher(): (value: number) => string | undefined;
}

/** A part whose voltage, from ground to the supply, is a value from 0 to 100 %. */
export function analogueSensor(sensor: AnalogueSensor): PartDefinition {
  return {
    type: sensor.type,
    pins: {},
    options: converterOptions,
    buses: (options) => [converterUse(converterOptions.parse(options))],
    commands: {},
    events: sensor.events,
    values: { [sensor.value]: { type: 'number', unit: '%', ...range } },
    inputs: { [sensor.value]: { type: 'number', value: sensor.value, unit: '%', min: 0, max: 100, step: 1 } },
    safe: {},

    simulated(context): SimulatedDriver {
      let set = sensor.resting;
      const reading = watched(sensor, context, () => set + (context.random() * 2 - 1) * sensor.noise);
      const stop = poll(context.clock, interval, reading.look, () => {});
      return {
        commands: {},
        values: { [sensor.value]: reading.value },
        inputs: {
          [sensor.value]: (value) => {
            set = value;
          },
        },
        bus: { volts: () => (set / 100) * supply },
        makeSafe() {},
        close: stop,
      };
    },

    johnnyFive(context) {
      const volts = openConverter(converterOptions.parse(context.options), context.buses);
      const reading = watched(sensor, context, () => (volts() / supply) * 100);
      const stop = poll(context.clock, interval, reading.look, context.failed);
      return { commands: {}, values: { [sensor.value]: reading.value }, makeSafe() {}, close: stop };
    },
  };
}

function watched(
  sensor: AnalogueSensor,
  context: Pick<SimulatedContext | JohnnyFiveContext, 'changed' | 'emit'>,
  measure: () => number,
) {
  const watcher = sensor.watcher();
  const reading = new Reading(range);
  const look = () => {
    if (!reading.take(measure())) return;
    context.changed(sensor.value);
    const event = watcher(reading.value);
    if (event !== undefined) context.emit(event);
  };
  return { look, value: () => reading.value };
}
