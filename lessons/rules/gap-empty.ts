import { runs } from './look.ts';
import { hint, type Rule } from './rule.ts';
import type { RuleBlock } from './work-facts.ts';

/** Gaps that are empty until a pupil puts something there; all others come filled. */
const conditions: Readonly<Record<string, readonly string[]>> = {
  steckbrett_wait_until: ['CONDITION'],
  controls_whileUntil: ['BOOL'],
  controls_ifelse: ['IF0'],
  logic_negate: ['BOOL'],
  logic_operation: ['A', 'B'],
  procedures_ifreturn: ['CONDITION'],
};
const values: Readonly<Record<string, readonly string[]>> = {
  logic_compare: ['A', 'B'],
  variables_set: ['VALUE'],
  controls_forEach: ['LIST'],
};

function gapsOf({ type, extra }: RuleBlock): readonly string[] {
  if (type !== 'controls_if') return conditions[type] ?? [];
  const more = Math.min(100, Math.max(0, Number(extra.elseIfCount) || 0));
  return Array.from({ length: more + 1 }, (_, index) => `IF${index}`);
}

/** A gap is empty in which something has to lie. */
export const gapEmpty: Rule = ({ blocks }) =>
  blocks.flatMap((block) => {
    if (!runs(block)) return [];
    if (gapsOf(block).some((gap) => !block.inputs.has(gap)))
      return [
        hint(
          block.id,
          'gap-empty',
          'In der Lücke fehlt die Bedingung. So lange gilt sie als „falsch“.',
          'The condition is missing in the gap. Until then it counts as “false”.',
        ),
      ];
    if (values[block.type]?.some((gap) => !block.inputs.has(gap)))
      return [
        hint(
          block.id,
          'gap-empty',
          'Hier ist noch eine Lücke frei. Setz einen Wert hinein.',
          'There is still an empty gap here. Put a value into it.',
        ),
      ];
    return [];
  });
