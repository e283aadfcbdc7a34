import type { PartDefinition } from './part.ts';

/**
 * A push button from a GPIO to ground with a pull-up, as in the CamJam EduKit (whose circuit adds a resistor
 * to 3.3 V): the pin is high while the button is up and low while it is pressed. The Pi's own pull-up is on as
 * well, so that a circuit without the resistor works too.
 */
export const button: PartDefinition = {
  type: 'button',
  pins: { signal: { direction: 'input', pull: 'up', debounce: 5_000 } },
  commands: {},
  events: ['pressed', 'released'],
  values: { pressed: { type: 'boolean' } },
  inputs: {
    press: { type: 'action', event: 'pressed' },
    release: { type: 'action', event: 'released' },
  },
  safe: {},

  simulated({ pins, emit }) {
    pins.onChange('signal', (level) => emit(level === 0 ? 'pressed' : 'released'));
    return {
      commands: {},
      values: { pressed: () => pins.level('signal') === 0 },
      inputs: { press: () => pins.drive('signal', 0), release: () => pins.drive('signal', null) },
      makeSafe() {},
      close() {},
    };
  },

  johnnyFive({ five, board, pins, emit }) {
    // johnny-five waits 7 ms for the contact to settle, and asks for the pull-up by writing high to an input.
    const device = new five.Button({ pin: pins.signal!, board, isPullup: true });
    let pressed = false;
    let open = true;
    const settled = (down: boolean) => {
      // A contact that bounced back within those 7 ms did nothing that a person would call pressing.
      if (!open || down === pressed) return;
      pressed = down;
      emit(down ? 'pressed' : 'released');
    };
    device.on('press', () => settled(true));
    device.on('release', () => settled(false));
    return {
      commands: {},
      values: { pressed: () => pressed },
      makeSafe() {},
      close() {
        open = false;
      },
    };
  },
};
