import { dateLocale } from '../../locales/locale.ts';

/** `Mo., 4. Mai – Mi., 13. Mai`; without an end, for ever. */
export function spanText({
  startsAt,
  endsAt,
}: {
  readonly startsAt: number;
  readonly endsAt: number;
}): string {
  const format = new Intl.DateTimeFormat(dateLocale(), { weekday: 'short', day: 'numeric', month: 'short' });
  const forGood = endsAt > Date.UTC(9000, 0);
  return `${format.format(startsAt)} – ${forGood ? '∞' : format.format(endsAt)}`;
}
