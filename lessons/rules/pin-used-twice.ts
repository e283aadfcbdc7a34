import { error, type Rule } from './rule.ts';

/** A block speaks to a part on a pin that another part has too. */
export const pinUsedTwice: Rule = ({ blocks, wiring }) => {
  const owners = new Map<number, string[]>();
  for (const { id, pins } of wiring.parts)
    for (const gpio of new Set(Object.values(pins))) owners.set(gpio, [...(owners.get(gpio) ?? []), id]);
  const clashes = new Map<string, { gpio: number; other: string }>();
  for (const [gpio, parts] of owners)
    for (const part of parts) {
      const other = parts.find((one) => one !== part);
      if (other !== undefined && !clashes.has(part)) clashes.set(part, { gpio, other });
    }
  if (clashes.size === 0) return [];
  return blocks.flatMap((block) => {
    const clash = clashes.get(String(block.fields.PART));
    if (!clash) return [];
    const { gpio, other } = clash;
    return [
      error(
        block.id,
        'pin-used-twice',
        `An GPIO ${gpio} hängt auch „${other}“. Stecke eines der beiden Teile an einen anderen Pin.`,
        `“${other}” is on GPIO ${gpio} too. Plug one of the two parts into another pin.`,
      ),
    ];
  });
};
