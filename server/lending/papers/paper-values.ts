import { dayOf, endOfTime } from '../loans/local-time.ts';
import type { PaperContent } from './paper-content.ts';
import type { PlaceValues } from './place-names.ts';

const zone = 'Europe/Berlin';
const dateWords = new Intl.DateTimeFormat('de-DE', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const timeWords = new Intl.DateTimeFormat('de-DE', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const money = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

/** `22.11.2026`; without end: in words. */
export function germanDate(at: number): string {
  return at >= endOfTime ? 'auf Dauer' : dateWords.format(at);
}

/** `14:05`. */
export function germanTime(at: number): string {
  return timeWords.format(at);
}

/** `1.234,50 €`; unknown: a dash. */
export function germanMoney(cents: number | null): string {
  return cents === null ? '–' : money.format(cents / 100);
}

/** Whole local days from one instant to another; negative when `to` is earlier. */
export function daysBetween(from: number, to: number): number {
  return (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000;
}

/** `Schulstr. 1, 55116 Mainz`, with what there is of it. */
export function addressLine(at: {
  readonly address: string;
  readonly zip: string;
  readonly city: string;
}): string {
  return [at.address, `${at.zip} ${at.city}`.trim()].filter((part) => part !== '').join(', ');
}

/** What stands in the places of a paper. */
export function paperValues(content: PaperContent): PlaceValues {
  const { association, school } = content;
  return new Map([
    ...partyValues(association, school),
    ['leihe.nummer', content.number],
    ['leihe.beginn', germanDate(content.startsAt)],
    ['leihe.ende', germanDate(content.endsAt)],
    [
      'leihe.tage',
      content.endsAt >= endOfTime ? '' : String(daysBetween(content.startsAt, content.endsAt) + 1),
    ],
    ['leihe.kits', topCodes(content)],
    ['leihe.schueler', String(content.pupils)],
    ['leihe.lektionen', content.lessons.join(', ')],
    ['leihe.wert', germanMoney(content.totalCents)],
    ['leihe.bemerkung', content.remarks],
    ['leihe.uhrzeit', germanTime(content.at)],
    ['datum', germanDate(content.at)],
  ]);
}

/** Values of both parties, for papers and reminders. */
export function partyValues(
  association: PaperContent['association'],
  school: PaperContent['school'],
): [string, string][] {
  return [
    ['verein.name', association.name],
    ['verein.anschrift', addressLine(association)],
    ['verein.vertretung', association.representative],
    ['verein.email', association.email],
    ['verein.telefon', association.phone],
    ['schule.name', school.name],
    ['schule.anschrift', addressLine(school)],
    ['schule.traeger', school.provider],
    ['schule.nummer', school.schoolNumber],
    ['schule.kontakt', school.contactName],
    ['schule.email', school.contactEmail],
    ['schule.telefon', school.contactPhone],
  ];
}

function topCodes({ lines }: PaperContent): string {
  return lines.flatMap(({ depth, code }) => (depth === 0 && code !== '' ? [code] : [])).join(', ');
}
