import { buttonView } from './button.ts';
import { buzzerView } from './buzzer.ts';
import { ledView } from './led.ts';
import type { PartView } from './part-view.ts';

/** How every part of the kit looks, by type. */
export const partViews: ReadonlyMap<string, PartView> = new Map([
  ['led', ledView],
  ['button', buttonView],
  ['buzzer', buzzerView],
]);
