import type { WiredPart } from '../../device/contract/wiring.ts';
import { partFamilies } from './families.ts';

/** Blockly's table of messages, in the language that is set. */
type Messages = Readonly<Record<string, string>>;

/** A wired part as people call it: "rote LED (GPIO 18)". */
export function partLabel(messages: Messages, part: WiredPart): string {
  const family = partFamilies.find((one) => one.part === part.type);
  const name = family ? messages[family.nameOf(part)] : undefined;
  const gpios = Object.values(part.pins).join(', ');
  return fill(messages.STECKBRETT_PART_LABEL, name ?? part.id, gpios);
}

/** A part that a block names but that is not wired: "amber (nicht verkabelt)". */
export function unwiredLabel(messages: Messages, id: string): string {
  return id === '' ? (messages.STECKBRETT_NO_PART ?? '') : fill(messages.STECKBRETT_UNWIRED, id);
}

/** Puts values in the places `%1`, `%2` of a message. */
export function fill(message: string | undefined, ...values: string[]): string {
  return (message ?? '').replace(/%(\d)/g, (place, number) => values[Number(number) - 1] ?? place);
}
