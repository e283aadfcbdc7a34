import { isDefinition, isHat } from './look.ts';
import { hint, type Rule } from './rule.ts';
import type { RuleBlock } from './work-facts.ts';

/** Blocks that give a value have no place below others. */
const gives =
  /^(?:math_(?!change)|logic_|variables_get|text(?!_append)|lists_(?!setIndex|getIndex)|colour_|procedures_callreturn|steckbrett_(?:button_pressed|switch_closed|motion_seen|distance|potentiometer|brightness|climate|sense_value|pin_high|servo_angle|note|colour|peer_value|peer_from|minmax|map$|text_))/;

/** Whether a stack never runs, because nothing starts it. */
export function isLoose(top: RuleBlock): boolean {
  return !isHat(top) && !isDefinition(top);
}

/** A stack hangs under no hat, so it never runs. Said once, at its first block. */
export const looseBlock: Rule = ({ tops }) =>
  tops
    .filter(isLoose)
    .map((top) =>
      gives.test(top.type)
        ? hint(
            top.id,
            'loose-block',
            'Dieser Block tut nichts: Setz ihn in eine Lücke, oder wirf ihn weg.',
            'This block does nothing: put it into a gap, or throw it away.',
          )
        : hint(
            top.id,
            'loose-block',
            'Dieser Block läuft nicht: Häng ihn unter einen Startblock, zum Beispiel „wenn das Programm startet“.',
            'This block does not run: hang it under a start block, such as “when the program starts”.',
          ),
    );
