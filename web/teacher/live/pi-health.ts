import { msg } from '@lit/localize';
import type { DeviceHealth } from '../../../device/contract/health.ts';

/** °C at which a Pi's processor slows down. */
const hot = 80;
/** MiB of memory below which programs and the system get slow. */
const littleMemory = 60;
/** MiB left on the card below which nothing can be installed. */
const littleDisk = 200;
/** dBm below which Wi-Fi drops out. */
const weakWifi = -75;

/** What is wrong with a Pi, in a few words each; nothing when it is well. */
export function piComplaints(health: DeviceHealth | null): string[] {
  if (!health) return [];
  const { temperature, underVoltage, memoryFree, diskFree, wifi } = health;
  return [
    underVoltage ? msg('Netzteil zu schwach') : '',
    temperature !== null && temperature >= hot ? msg('Pi ist zu warm') : '',
    memoryFree !== null && memoryFree < littleMemory ? msg('Wenig Arbeitsspeicher') : '',
    diskFree !== null && diskFree < littleDisk ? msg('Speicherkarte fast voll') : '',
    wifi !== null && wifi < weakWifi ? msg('WLAN ist schwach') : '',
  ].filter(Boolean);
}
