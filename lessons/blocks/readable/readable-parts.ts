import type { Workspace } from 'blockly/core';
import type { WiredPart, Wiring } from '../../../device/contract/wiring.ts';
import { partFieldName } from '../part-argument.ts';

/** The ids of the parts that a workspace's blocks speak to. */
export function partsOf(workspace: Workspace): Set<string> {
  const ids = workspace
    .getAllBlocks(false)
    .map((block) => block.getFieldValue(partFieldName))
    .filter((id): id is string => typeof id === 'string' && id !== '');
  return new Set(ids);
}

/** What a part is called in readable code: `red-2` becomes `red2`, `left-eye` `leftEye`. */
export function partName(id: string): string {
  const name = id.replace(/-+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  return name === '' ? 'part' : name;
}

/**
 * The lines that say which parts the program uses: `const red = new Led(18);`.
 *
 * @param unwired the comment behind a part that is not wired.
 */
export function partLines(
  names: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
  wiring: Wiring,
  unwired: string,
): string {
  const wired = wiring.parts.filter((part) => used.has(part.id));
  const missing = [...used].filter((id) => !wiring.parts.some((part) => part.id === id));
  return [
    ...wired.map((part) => `const ${names.get(part.id)} = new ${className(part.type)}(${place(part)});\n`),
    ...missing.map((id) => `const ${names.get(id)} = null; // ${unwired}\n`),
  ].join('');
}

/** `rgb-led` is an `RgbLed`. */
export function className(type: string): string {
  const name = partName(type);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Where a part is: its pin; or its pins and settings by name. */
function place(part: WiredPart): string {
  const pins = Object.entries(part.pins);
  const options = Object.entries(part.options ?? {});
  if (pins.length === 1 && options.length === 0) return String(pins[0]?.[1]);
  const all = [...pins, ...options].map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return all.length === 0 ? '' : `{ ${all.join(', ')} }`;
}
