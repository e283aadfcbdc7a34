import type { WiredPart } from '../../device/contract/wiring.ts';

/** Blockly's table of messages, in the language that is set. */
type Messages = Readonly<Record<string, string>>;

/**
 * A wired part as people call it: "rote LED (GPIO 18)", "Drehregler (Kanal 0)". Its name is the message
 * `STECKBRETT_PART_LED_RED`, by type and colour, or `STECKBRETT_PART_LED`, by type; without one, its id.
 */
export function partLabel(messages: Messages, part: WiredPart): string {
  const key = `STECKBRETT_PART_${part.type.replaceAll('-', '_').toUpperCase()}`;
  const coloured = part.color && messages[`${key}_${part.color.toUpperCase()}`];
  const name = coloured || messages[key] || part.id;
  const gpios = Object.values(part.pins).join(', ');
  if (gpios !== '') return fill(messages.STECKBRETT_PART_LABEL, name, gpios);
  const channel = part.options?.channel;
  return channel === undefined ? name : fill(messages.STECKBRETT_PART_CHANNEL, name, String(channel));
}

/** A part that a block names but that is not wired: "amber (nicht verkabelt)". */
export function unwiredLabel(messages: Messages, id: string): string {
  return id === '' ? (messages.STECKBRETT_NO_PART ?? '') : fill(messages.STECKBRETT_UNWIRED, id);
}

/** Puts values in the places `%1`, `%2` of a message. */
export function fill(message: string | undefined, ...values: string[]): string {
  return (message ?? '').replace(/%(\d)/g, (place, number) => values[Number(number) - 1] ?? place);
}
