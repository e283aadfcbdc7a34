import { everythingFrom, runs } from './look.ts';
import { hint, type Rule } from './rule.ts';
import type { RuleBlock } from './work-facts.ts';

/** Blocks below a loop that never ends never run. Below "forever" nothing can hang; this is about "while true". */
export const neverReached: Rule = ({ blocks }) =>
  blocks.flatMap((loop) => {
    if (loop.type !== 'controls_whileUntil' || !loop.next || !runs(loop) || !isEndless(loop)) return [];
    return [
      hint(
        loop.next.id,
        'never-reached',
        'Hier kommt dein Programm nie an: Die Schleife darüber hört nicht auf.',
        'Your program never gets here: the loop above does not end.',
      ),
    ];
  });

function isEndless(loop: RuleBlock): boolean {
  const condition = loop.inputs.get('BOOL');
  const until = loop.fields.MODE === 'UNTIL';
  // An empty gap is never true.
  const always = condition
    ? condition.type === 'logic_boolean' && (condition.fields.BOOL === 'TRUE') !== until
    : until;
  if (!always) return false;
  return ![...everythingFrom(loop.inputs.get('DO'))].some(
    ({ type, fields }) =>
      type === 'procedures_ifreturn' || (type === 'controls_flow_statements' && fields.FLOW !== 'CONTINUE'),
  );
}
