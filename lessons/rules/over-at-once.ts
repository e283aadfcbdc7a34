import { everythingFrom, isHat } from './look.ts';
import { hint, type Rule } from './rule.ts';
import type { RuleBlock } from './work-facts.ts';

const output =
  /^steckbrett_(?:led_(?:set|toggle|brightness)|rgb_set|strip_(?:fill|pixel)|buzzer_set|speaker_tone|motor_run|servo_turn|pin_(?:set|toggle|pulse)|sense_(?:fill|pixel|letter)|oled_write|lcd_write)$/;

/**
 * The program ends with something that is switched on: at the end of a program everything is off, so nobody sees it.
 * Only said where the whole program is one stack that is over at once.
 */
export const overAtOnce: Rule = ({ tops }) => {
  const hats = tops.filter(isHat);
  const [only] = hats;
  if (hats.length !== 1 || only?.type !== 'steckbrett_start') return [];
  let last: RuleBlock = only;
  while (last.next) last = last.next;
  if (!output.test(last.type) || last.fields.STATE === 'off') return [];
  // Who waits anywhere has found out already, or means it.
  if (
    [...everythingFrom(only)].some(({ type }) =>
      /wait|repeat|forever|^controls_(?:while|for)|procedures_call|beep|_play$/.test(type),
    )
  )
    return [];
  return [
    hint(
      last.id,
      'over-at-once',
      'Danach ist dein Programm zu Ende, und alles geht aus. Willst du etwas sehen, häng ein „warte“ an.',
      'Your program ends after this, and everything goes off. If you want to see something, add a “wait”.',
    ),
  ];
};
