import { runs, variableIn } from './look.ts';
import { hint, type Rule } from './rule.ts';

const sets = new Set(['variables_set', 'math_change', 'text_append', 'controls_for', 'controls_forEach']);

/** A variable is read that nothing ever sets. Said once, where it is read first. */
export const variableNeverSet: Rule = ({ blocks, variables }) => {
  const set = new Set<string>();
  for (const { type, fields, extra } of blocks) {
    const variable = variableIn(fields);
    if (variable !== undefined && sets.has(type)) set.add(variable);
    if (Array.isArray(extra.params) && type.startsWith('procedures_def'))
      for (const one of extra.params as ({ id?: unknown } | null)[]) set.add(String(one?.id));
  }
  return blocks.flatMap((block) => {
    const variable = variableIn(block.fields);
    if (block.type !== 'variables_get' || variable === undefined || set.has(variable) || !runs(block))
      return [];
    set.add(variable);
    const name = variables.get(variable) ?? '';
    return [
      hint(
        block.id,
        'variable-never-set',
        `„${name}“ ist immer 0: Kein Block setzt einen Wert. Nimm dafür „setze ${name} auf …“.`,
        `“${name}” is always 0: no block gives it a value. Take “set ${name} to …” for that.`,
      ),
    ];
  });
};
