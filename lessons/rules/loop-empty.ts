import { runs } from './look.ts';
import { hint, type Rule } from './rule.ts';

const loops = new Set([
  'steckbrett_forever',
  'steckbrett_repeat',
  'controls_whileUntil',
  'controls_for',
  'controls_forEach',
]);

/** A loop repeats nothing. */
export const loopEmpty: Rule = ({ blocks }) =>
  blocks
    .filter((block) => loops.has(block.type) && runs(block) && !block.inputs.has('DO'))
    .map((loop) =>
      loop.type === 'controls_whileUntil'
        ? hint(
            loop.id,
            'loop-empty',
            'In dieser Schleife steckt nichts. Willst du nur warten? Dann nimm „warte, bis …“.',
            'There is nothing in this loop. Do you only want to wait? Then take “wait until …”.',
          )
        : hint(
            loop.id,
            'loop-empty',
            'In dieser Schleife steckt noch nichts. Schieb Blöcke hinein.',
            'There is nothing in this loop yet. Push blocks into it.',
          ),
    );
