import { msg, str } from '@lit/localize';

/** A greeting by the hour of the day, 0 to 23. */
export function greeting(hour: number, name: string): string {
  if (hour < 11) return msg(str`Guten Morgen, ${name}`);
  if (hour < 18) return msg(str`Guten Tag, ${name}`);
  return msg(str`Guten Abend, ${name}`);
}
