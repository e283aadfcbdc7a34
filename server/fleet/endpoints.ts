import { endpoints, type PersonView, type SchoolView } from '../api/contract/endpoints.ts';
import { HttpProblem, refusal } from '../api/http-problem.ts';
import type { Mount } from '../api/mount.ts';
import type { Addresses } from '../domain.ts';
import type { Fleet, FleetDevice } from './interface.ts';
import { deviceUnknown } from './problems.ts';

/** What the endpoints of the fleet work on. */
export interface FleetEndpointNeeds {
  readonly fleet: Pick<Fleet, 'add' | 'device' | 'devices' | 'identify'>;
  readonly addresses: Addresses;
  readonly schoolById: (id: string) => Promise<SchoolView | null>;
}

/** Puts the endpoints `devices`, `addDevice` and `identifyDevice` into service. */
export function mountFleet(mount: Mount, { fleet, addresses, schoolById }: FleetEndpointNeeds): void {
  mount.endpoint(endpoints.devices, async () => {
    const schools = new Map<string, SchoolView | null>();
    for (const { schoolId } of fleet.devices()) {
      if (schoolId !== null && !schools.has(schoolId)) schools.set(schoolId, await schoolById(schoolId));
    }
    return {
      devices: fleet.devices().map((device) => ({
        ...device.view(),
        school: device.schoolId === null ? null : (schools.get(device.schoolId) ?? null),
        agentVersion: device.reported?.agent.version ?? null,
        lastSeenAt: device.lastSeenAt,
      })),
    };
  });

  mount.endpoint(endpoints.addDevice, async ({ body: { name, schoolId } }) => {
    if (schoolId !== null && (await schoolById(schoolId)) === null) {
      throw refusal(
        404,
        'school-unknown',
        'Diese Schule gibt es nicht. Bitte laden Sie die Seite neu und wählen Sie eine aus der Liste.',
        'There is no such school. Please reload the page and choose one from the list.',
      );
    }
    const { deviceId, secret } = await fleet.add({ name, schoolId });
    return { deviceId, config: { server: addresses.broker(), deviceId, secret } };
  });

  mount.endpoint(endpoints.identifyDevice, async ({ params: { deviceId }, person }) => {
    const device = fleet.device(deviceId);
    if (!device || !maySteer(person, device)) throw new HttpProblem(404, deviceUnknown());
    await fleet.identify(deviceId);
    return {};
  });
}

/** Staff steer every Pi, teachers those of their school. */
function maySteer(person: PersonView, device: FleetDevice): boolean {
  return person.role === 'staff' || (person.school !== null && person.school.id === device.schoolId);
}
