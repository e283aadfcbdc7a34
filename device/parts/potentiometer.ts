import { analogueSensor } from './adc/analogue-sensor.ts';

/**
 * A potentiometer of about 10 kΩ: its ends at 3.3 V and ground, its wiper at a channel of an analogue-to-digital
 * converter. `position` is the share of its way, from the end at ground.
 */
export const potentiometer = analogueSensor({
  type: 'potentiometer',
  value: 'position',
  resting: 0,
  noise: 0.4,
  events: ['turned'],
  watcher() {
    let known = false;
    return () => {
      // The first reading only says how it stood.
      const event = known ? 'turned' : undefined;
      known = true;
      return event;
    };
  },
});
