import type { Wiring } from '../../device/contract/wiring.ts';
import { buttonView } from './button.ts';
import { buzzerView } from './buzzer.ts';
import { ledView } from './led.ts';
import type { PartView } from './part-view.ts';

/** The parts of every kit, which a page has from its start; all others come when a wiring names them. */
const views = new Map<string, PartView>([
  ['led', ledView],
  ['button', buttonView],
  ['buzzer', buzzerView],
]);

const loaders: Readonly<Record<string, () => Promise<PartView>>> = {
  'rgb-led': async () => (await import('./rgb-led.ts')).rgbLedView,
  switch: async () => (await import('./switch.ts')).switchView,
  speaker: async () => (await import('./speaker.ts')).speakerView,
  motion: async () => (await import('./motion.ts')).motionView,
  distance: async () => (await import('./distance.ts')).distanceView,
  servo: async () => (await import('./servo.ts')).servoView,
  motor: async () => (await import('./motor.ts')).motorView,
  'output-pin': async () => (await import('./raw-pin.ts')).outputPinView,
  'input-pin': async () => (await import('./raw-pin.ts')).inputPinView,
  potentiometer: async () => (await import('./potentiometer.ts')).potentiometerView,
  light: async () => (await import('./light.ts')).lightView,
  climate: async () => (await import('./climate.ts')).climateView,
  strip: async () => (await import('./strip.ts')).stripView,
  lcd: async () => (await import('./lcd.ts')).lcdView,
  oled: async () => (await import('./oled.ts')).oledView,
  'sense-hat': async () => (await import('./sense-hat.ts')).senseHatView,
};

/** How a type of part looks; `undefined` until it is loaded, or for a type that this page does not know. */
export function partView(type: string): PartView | undefined {
  return views.get(type);
}

/** Loads what a wiring needs; `undefined` when it is all there. Rejects when the server is away. */
export function loadViews(wiring: Wiring): Promise<unknown> | undefined {
  const missing = [...new Set(wiring.parts.map((part) => part.type))].filter(
    (type) => !views.has(type) && type in loaders,
  );
  if (missing.length === 0) return undefined;
  return Promise.all(missing.map(async (type) => views.set(type, await loaders[type]!())));
}
