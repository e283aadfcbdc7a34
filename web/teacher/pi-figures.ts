import { msg, str } from '@lit/localize';
import type { DeviceHealth } from '../../device/contract/health.ts';
import { dateLocale } from '../locales/locale.ts';

/** MiB in a GiB: a card's room is read in these. */
const gibibyte = 1024;

/** How a Pi is, in figures; what its machine cannot say is left out. */
export function piFigures({ temperature, memoryFree, diskFree, wifi }: DeviceHealth): string[] {
  const write = (value: number, digits = 0) =>
    value.toLocaleString(dateLocale(), { maximumFractionDigits: digits });
  return [
    temperature === null ? '' : `${write(temperature)} °C`,
    wifi === null ? '' : msg(str`WLAN ${write(wifi)} dBm`),
    memoryFree === null ? '' : msg(str`${write(memoryFree)} MB Arbeitsspeicher frei`),
    diskFree === null ? '' : msg(str`${write(diskFree / gibibyte, 1)} GB auf der Karte frei`),
  ].filter(Boolean);
}
