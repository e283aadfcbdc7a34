import { error, type Rule } from './rule.ts';

/** A block speaks to a part that the wiring lacks. The editor also says it by itself, as soon as the block is there. */
export const partNotWired: Rule = ({ blocks, wiring }) => {
  const wired = new Set(wiring.parts.map((part) => part.id));
  return blocks.flatMap((block) => {
    const part = block.fields.PART;
    if (typeof part !== 'string' || wired.has(part)) return [];
    return part === ''
      ? [
          error(
            block.id,
            'part-not-wired',
            'Für diesen Block ist noch kein Teil verkabelt.',
            'No part is wired for this block yet.',
          ),
        ]
      : [
          error(
            block.id,
            'part-not-wired',
            `„${part}“ ist gerade nicht verkabelt. Stecke das Teil ein oder wähle im Block ein anderes.`,
            `“${part}” is not wired right now. Plug the part in, or choose another in the block.`,
          ),
        ];
  });
};
