import { groundRail } from './common-steps.ts';
import { block, note, number, stack, start, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const play = (midi: number, seconds: number) =>
  block('steckbrett_speaker_play', { PART: 'speaker' }, { HERTZ: note(midi), SECONDS: number(seconds) });

/** Speaker: the beginning of "Alle meine Entchen". */
export const speaker: PartGuide = {
  type: 'speaker',
  title: { de: 'Lautsprecher', en: 'Speaker' },
  what: {
    de: 'Ein passiver Summer oder eine Piezoscheibe: Sie spielt jeden Ton, den du ihr gibst.',
    en: 'A passive buzzer or a piezo disc: it plays any tone you give it.',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde ein Beinchen über einen Widerstand (100 Ω bis 330 Ω) mit GPIO 13 (Pin 33).',
      en: 'Connect one leg through a resistor (100 Ω to 330 Ω) to GPIO 13 (pin 33).',
    },
    {
      de: 'Verbinde das andere Beinchen mit der Minus-Leiste.',
      en: 'Connect the other leg to the minus rail.',
    },
  ],
  warnings: [
    {
      de: 'Kein großer Lautsprecher (8 Ω) direkt am Pin: Der braucht einen Transistor oder Verstärker dazwischen.',
      en: 'No big loudspeaker (8 Ω) directly at the pin: it needs a transistor or an amplifier in between.',
    },
    {
      de: 'Hohe Töne sind ein wenig ungenau, weil der Pi sie mit Software macht.',
      en: 'High tones are a little off, because the Pi makes them by software.',
    },
  ],
  wiring: { parts: [{ id: 'speaker', type: 'speaker', pins: { signal: 13 } }] },
  workspace: workspace([
    stack(start, play(60, 0.3), play(62, 0.3), play(64, 0.3), play(65, 0.3), play(67, 0.6), play(67, 0.6)),
  ]),
};
