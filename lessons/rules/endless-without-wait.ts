import { everythingFrom, isDefinition, procedureName, runs } from './look.ts';
import { hint, type Rule } from './rule.ts';
import type { RuleBlock } from './work-facts.ts';

/** Blocks at which a stack waits. */
const waits = new Set([
  'steckbrett_wait',
  'steckbrett_wait_until',
  'steckbrett_buzzer_beep',
  'steckbrett_speaker_play',
  'steckbrett_servo_turn_wait',
]);
const leaves = new Set(['controls_flow_statements', 'procedures_ifreturn']);

/** An endless loop never waits, so it keeps the Pi busy and is too fast to be seen. */
export const endlessWithoutWait: Rule = ({ tops, blocks }) => {
  const own = new Map(tops.filter(isDefinition).map((top) => [procedureName(top), top]));
  const pauses = (first: RuleBlock | undefined, called: ReadonlySet<string> = new Set()): boolean => {
    for (const block of everythingFrom(first)) {
      if (waits.has(block.type) || leaves.has(block.type)) return true;
      if (!block.type.startsWith('procedures_call')) continue;
      const name = procedureName(block);
      if (!called.has(name) && pauses(own.get(name), new Set([...called, name]))) return true;
    }
    return false;
  };
  return blocks
    .filter((block) => block.type === 'steckbrett_forever' && runs(block))
    .filter((loop) => loop.inputs.has('DO') && !pauses(loop.inputs.get('DO')))
    .map((loop) =>
      hint(
        loop.id,
        'endless-without-wait',
        'Diese Schleife macht nie Pause. Mit einem kleinen „warte“ darin bleibt dein Pi flink.',
        'This loop never takes a break. With a short “wait” in it your Pi stays quick.',
      ),
    );
};
