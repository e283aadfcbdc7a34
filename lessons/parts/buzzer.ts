import { groundRail } from './common-steps.ts';
import { block, number, repeat, stack, start, wait, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const beep = block('steckbrett_buzzer_beep', { PART: 'buzzer' }, { SECONDS: number(0.2) });

/** Active buzzer: three beeps. */
export const buzzer: PartGuide = {
  type: 'buzzer',
  title: { de: 'Summer', en: 'Buzzer' },
  what: {
    de: 'Ein aktiver Summer: Er brummt immer im gleichen Ton, sobald er Strom bekommt.',
    en: 'An active buzzer: it always buzzes at the same tone as soon as it has current.',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde das Plus des Summers (langes Beinchen) mit GPIO 22 (Pin 15).',
      en: 'Connect the plus of the buzzer (long leg) to GPIO 22 (pin 15).',
    },
    {
      de: 'Verbinde das andere Beinchen mit der Minus-Leiste.',
      en: 'Connect the other leg to the minus rail.',
    },
  ],
  warnings: [
    {
      de: 'Nur kleine Summer, die mit 3,3 V und weniger als 16 mA auskommen.',
      en: 'Only small buzzers that make do with 3.3 V and less than 16 mA.',
    },
  ],
  wiring: { parts: [{ id: 'buzzer', type: 'buzzer', pins: { signal: 22 } }] },
  workspace: workspace([stack(start, repeat(3, beep, wait(0.3)))]),
};
