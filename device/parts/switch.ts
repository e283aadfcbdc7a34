import type { PartDefinition } from './part.ts';

/**
 * A switch that stays as it is put (slide, toggle, reed or tilt switch) from a GPIO to ground, with the Pi's own
 * pull-up: the pin is low while it is closed.
 */
export const switchPart: PartDefinition = {
  type: 'switch',
  pins: { signal: { direction: 'input', pull: 'up', debounce: 5_000 } },
  commands: {},
  events: ['closed', 'opened'],
  values: { closed: { type: 'boolean' } },
  inputs: {
    close: { type: 'action', event: 'closed' },
    open: { type: 'action', event: 'opened' },
  },
  safe: {},

  simulated({ pins, emit }) {
    pins.onChange('signal', (level) => emit(level === 0 ? 'closed' : 'opened'));
    return {
      commands: {},
      values: { closed: () => pins.level('signal') === 0 },
      inputs: { close: () => pins.drive('signal', 0), open: () => pins.drive('signal', null) },
      makeSafe() {},
      close() {},
    };
  },

  johnnyFive({ five, board, pins, emit }) {
    // Type NO (normally open) is closed while its pin is low. johnny-five waits 5 ms for the contact to settle.
    const device = new five.Switch({ pin: pins.signal!, board, type: 'NO' });
    let closed = false;
    let wired = true;
    const settled = (isClosed: boolean) => {
      // johnny-five tells the position at the beginning, and again after a contact that bounced back.
      if (!wired || isClosed === closed) return;
      closed = isClosed;
      emit(isClosed ? 'closed' : 'opened');
    };
    device.on('close', () => settled(true));
    device.on('open', () => settled(false));
    return {
      commands: {},
      values: { closed: () => closed },
      makeSafe() {},
      close() {
        wired = false;
      },
    };
  },
};
