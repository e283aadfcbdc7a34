import { plainNumber, runs, variableIn } from './look.ts';
import { hint, type Rule } from './rule.ts';
import type { RuleBlock } from './work-facts.ts';

const compare: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  EQ: (one, other) => one === other,
  NEQ: (one, other) => one !== other,
  LT: (one, other) => one < other,
  LTE: (one, other) => one <= other,
  GT: (one, other) => one > other,
  GTE: (one, other) => one >= other,
};

/** Two numbers, or a variable and itself, are compared: the outcome is known beforehand. */
export const comparisonConstant: Rule = ({ blocks }) =>
  blocks.flatMap((block) => {
    if (block.type !== 'logic_compare' || !runs(block)) return [];
    const outcome = known(block);
    if (outcome === undefined) return [];
    return [
      hint(
        block.id,
        'comparison-constant',
        outcome
          ? 'Dieser Vergleich stimmt immer. Vergleiche etwas, das sich ändert.'
          : 'Dieser Vergleich stimmt nie. Vergleiche etwas, das sich ändert.',
        outcome
          ? 'This comparison is always true. Compare something that changes.'
          : 'This comparison is never true. Compare something that changes.',
      ),
    ];
  });

function known(block: RuleBlock): boolean | undefined {
  const by = compare[String(block.fields.OP)];
  const [one, other] = [plainNumber(block, 'A'), plainNumber(block, 'B')];
  if (by && one !== undefined && other !== undefined) return by(one, other);
  const [left, right] = [block.inputs.get('A'), block.inputs.get('B')];
  if (left?.type !== 'variables_get' || right?.type !== 'variables_get') return undefined;
  const variable = variableIn(left.fields);
  return by && variable !== undefined && variable === variableIn(right.fields) ? by(0, 0) : undefined;
}
