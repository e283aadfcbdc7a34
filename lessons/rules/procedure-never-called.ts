import { isDefinition, procedureName } from './look.ts';
import { hint, type Rule } from './rule.ts';

/** A block of the pupil's own is used nowhere. */
export const procedureNeverCalled: Rule = ({ tops, blocks }) => {
  const called = new Set(
    blocks.filter(({ type }) => type.startsWith('procedures_call')).map((block) => procedureName(block)),
  );
  return tops
    .filter((top) => isDefinition(top) && !called.has(procedureName(top)))
    .map((top) =>
      hint(
        top.id,
        'procedure-never-called',
        'Diesen eigenen Block benutzt noch niemand. Du findest ihn unter „Eigene Blöcke“.',
        'Nobody uses this block of your own yet. You find it under “My blocks”.',
      ),
    );
};
