import { describe, expect, it } from 'vitest';
import type { FleetDevice } from '../../../server/api/contract/endpoints.ts';
import { filterDevices } from '../../../web/association/device-filter.ts';
import { device } from '../teacher/sample-class.ts';

const school = { id: 's1', name: 'Theresianum', city: 'Mainz' };
const fleet: FleetDevice[] = [
  {
    ...device('pi-10', { board: { kind: 'johnny-five', model: 'Raspberry Pi 5' } }),
    school,
    agentVersion: '0.1.0',
    lastSeenAt: 1,
  },
  { ...device('pi-2', { online: false }), school, agentVersion: null, lastSeenAt: null },
  { ...device('pi-1'), school: null, agentVersion: '0.1.0', lastSeenAt: 1 },
];

describe('the fleet, filtered', () => {
  it.each([
    { words: '', light: 'all', shows: ['pi-1', 'pi-2', 'pi-10'] },
    { words: '', light: 'online', shows: ['pi-1', 'pi-10'] },
    { words: '', light: 'offline', shows: ['pi-2'] },
    { words: 'THERESIANUM', light: 'all', shows: ['pi-2', 'pi-10'] },
    { words: 'mainz raspberry', light: 'all', shows: ['pi-10'] },
    { words: '  pi-1 ', light: 'all', shows: ['pi-1', 'pi-10'] },
    { words: 'worms', light: 'all', shows: [] },
  ] as const)('by "$words" and $light shows $shows', ({ words, light, shows }) => {
    expect(filterDevices(fleet, { words, light }).map((one) => one.id)).toEqual(shows);
  });
});
