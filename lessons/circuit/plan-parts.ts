import type { WiredPart, Wiring } from '../../device/contract/wiring.ts';
import { type PartName, partName } from './part-names.ts';
import type { PartPlan } from './part-plan.ts';
import { planLight, planPotentiometer } from './plan-analogue.ts';
import { planButton, planBuzzer, planLed, planRgbLed, planSpeaker, planSwitch } from './plan-board-parts.ts';
import {
  planBarePin,
  planClimate,
  planDistance,
  planLcd,
  planMotion,
  planMotor,
  planOled,
  planSenseHat,
  planServo,
  planStrip,
} from './plan-modules.ts';

const planners: Readonly<
  Record<string, (part: WiredPart, name: PartName) => Omit<PartPlan, 'part' | 'name'>>
> = {
  led: planLed,
  'rgb-led': planRgbLed,
  button: planButton,
  switch: planSwitch,
  buzzer: planBuzzer,
  speaker: planSpeaker,
  potentiometer: planPotentiometer,
  light: planLight,
  climate: planClimate,
  distance: planDistance,
  motion: planMotion,
  servo: planServo,
  motor: planMotor,
  strip: planStrip,
  lcd: planLcd,
  oled: planOled,
  'sense-hat': planSenseHat,
  'output-pin': planBarePin,
  'input-pin': planBarePin,
};

/** What each part of a wiring needs on the table; a type that has no plan yet is left out. */
export function planParts(wiring: Wiring): PartPlan[] {
  return wiring.parts.flatMap((part) => {
    const plan = planners[part.type];
    if (!plan) return [];
    const name = partName(part, wiring);
    return [{ part, name: name.name, ...plan(part, name) }];
  });
}
