/** Days and times of day as people in Germany see them, whatever the server's own zone. */

const zone = 'Europe/Berlin';
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
const partsFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});
const words = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }),
};

/** So long is a loan without an end: until the end of the year 9999. */
export const endOfTime = Date.UTC(9999, 11, 31);

/** The local day of an instant: `2026-11-22`. */
export function dayOf(at: number): string {
  return dayFormat.format(at);
}

/** The instant at which a local day (and time of day) begins; days of 23 and 25 hours included. */
export function instantOf(day: string, hour = 0, minute = 0): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  // The offset there, then once more with it, since it may differ an hour away.
  const first = asUtc - offsetAt(asUtc);
  return asUtc - offsetAt(first);
}

/** ms that local clocks are ahead of UTC. */
function offsetAt(at: number): number {
  const parts = Object.fromEntries(
    partsFormat.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The day so many days later (or earlier). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same time of day so many local days later. */
export function shiftDays(at: number, days: number): number {
  const day = dayOf(at);
  const clock = at + offsetAt(at) - Date.parse(`${day}T00:00:00Z`);
  return instantOf(addDays(day, days), 0, Math.floor(clock / 60_000)) + (clock % 60_000);
}

/** `22.11.2026, 14:00` for a sentence; without end: in words. */
export function sayTime(at: number, language: 'de' | 'en'): string {
  if (at >= endOfTime) return language === 'de' ? 'auf Dauer' : 'for good';
  return words[language].format(at);
}

/** `22.11.2026, 14:00 bis …` */
export function saySpan(from: number, to: number, language: 'de' | 'en'): string {
  const between = to >= endOfTime ? ', ' : language === 'de' ? ' bis ' : ' to ';
  return `${sayTime(from, language)}${between}${sayTime(to, language)}`;
}
