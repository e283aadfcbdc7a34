import { analogueSensor } from './adc/analogue-sensor.ts';

/** Percent; smaller changes are told as values only. */
const notable = 10;

/**
 * A light sensor: a light-dependent resistor from 3.3 V to a channel of an analogue-to-digital converter, and 10 kΩ
 * from there to ground. `brightness` is the share of the supply at the channel: more light, more of it. It is no
 * measure of lux; it depends on the resistors.
 */
export const light = analogueSensor({
  type: 'light',
  value: 'brightness',
  resting: 50,
  noise: 0.4,
  events: ['lighter', 'darker'],
  watcher() {
    let told: number | undefined;
    return (brightness) => {
      const by = brightness - (told ?? brightness);
      if (told !== undefined && Math.abs(by) <= notable) return undefined;
      told = brightness;
      if (by === 0) return undefined;
      return by > 0 ? 'lighter' : 'darker';
    };
  },
});
