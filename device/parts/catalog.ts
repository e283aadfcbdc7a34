import { button } from './button.ts';
import { buzzer } from './buzzer.ts';
import { led } from './led.ts';
import type { PartDefinition } from './part.ts';

/** Every part of the kit, by type. */
export const partCatalog: ReadonlyMap<string, PartDefinition> = new Map(
  [led, button, buzzer].map((part) => [part.type, part]),
);
