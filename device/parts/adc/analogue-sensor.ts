import type { JohnnyFiveContext } from '../johnny-five-context.ts';
import type { PartDefinition } from '../part.ts';
import { poll } from '../polling.ts';
import type { SimulatedContext, SimulatedDriver } from '../simulated-context.ts';
import { converterOptions, converterUse, openConverter, supply } from './converter.ts';

/** Ten looks a second. */
const interval = 100_000;
/** A reading this far from what was told is a new one, in percent: a value between two numbers must not flutter. */
const hysteresis = 0.6;

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
  const percent = { unit: '%', min: 0, max: 100 } as const;
  return {
    type: sensor.type,
    pins: {},
    options: converterOptions,
    buses: (options) => [converterUse(converterOptions.parse(options))],
    commands: {},
    events: sensor.events,
    values: { [sensor.value]: { type: 'number', ...percent, resolution: 1 } },
    inputs: { [sensor.value]: { type: 'number', value: sensor.value, ...percent, step: 1 } },
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
  let told: number | undefined;
  const look = () => {
    const measured = Math.min(100, Math.max(0, measure()));
    if (told !== undefined && Math.abs(measured - told) < hysteresis) return;
    const rounded = Math.round(measured);
    if (rounded === told) return;
    told = rounded;
    context.changed(sensor.value);
    const event = watcher(rounded);
    if (event !== undefined) context.emit(event);
  };
  return { look, value: () => told ?? 0 };
}
