import { messageName, runs } from './look.ts';
import { hint, type Rule } from './rule.ts';

/** A message is sent that no stack waits for, or a stack waits for one that nobody sends. */
export const messageUnheard: Rule = ({ blocks }) => {
  const named = (type: string) => blocks.filter((block) => block.type === type);
  const heard = new Set(named('steckbrett_when_message').map(messageName));
  const sent = new Set(named('steckbrett_send').map(messageName));
  return [
    ...named('steckbrett_send')
      .filter((block) => runs(block) && !heard.has(messageName(block)))
      .map((block) =>
        hint(
          block.id,
          'message-unheard',
          `Auf „${messageName(block)}“ hört niemand. Schreib den Namen genau wie in „wenn Nachricht … kommt“.`,
          `Nobody listens for “${messageName(block)}”. Write the name exactly as in “when message … comes”.`,
        ),
      ),
    ...named('steckbrett_when_message')
      .filter((block) => !sent.has(messageName(block)))
      .map((block) =>
        hint(
          block.id,
          'message-unsent',
          `„${messageName(block)}“ sendet noch niemand. Nimm dafür „sende Nachricht …“ mit genau diesem Namen.`,
          `Nobody sends “${messageName(block)}” yet. Take “send message …” with exactly this name for that.`,
        ),
      ),
  ];
};
