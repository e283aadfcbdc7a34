import { i2cSteps, i2cSwitchedOn, onlyThreeVolts } from './common-steps.ts';
import {
  block,
  changeVariable,
  number,
  repeat,
  setVariable,
  stack,
  start,
  text,
  variable,
  wait,
  workspace,
} from './example.ts';
import type { PartGuide } from './part-guide.ts';

const display = { PART: 'oled' };

/** OLED: a greeting and a line that grows dot by dot. */
export const oled: PartGuide = {
  type: 'oled',
  title: { de: 'OLED-Anzeige', en: 'OLED display' },
  what: {
    de: 'Eine kleine Anzeige mit 128 × 64 leuchtenden Punkten (SSD1306) für acht Zeilen Text und Bilder.',
    en: 'A small display of 128 × 64 shining dots (SSD1306) for eight lines of text and for pictures.',
  },
  steps: i2cSteps({ de: 'der Anzeige', en: 'the display' }),
  warnings: [onlyThreeVolts, i2cSwitchedOn],
  wiring: { parts: [{ id: 'oled', type: 'oled', pins: {}, options: { address: 60 } }] },
  workspace: workspace(
    [
      stack(
        start,
        block('steckbrett_oled_clear', display),
        block('steckbrett_oled_write', display, { LINE: number(1), TEXT: text('Hallo!') }),
        setVariable(number(0)),
        repeat(
          60,
          block('steckbrett_oled_pixel', { ...display, STATE: 'true' }, { X: variable, Y: number(20) }),
          changeVariable(2),
          wait(0.1),
        ),
        wait(5),
      ),
    ],
    'x',
  ),
};
