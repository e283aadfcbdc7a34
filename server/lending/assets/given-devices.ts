import type { AssetKind } from '../../api/contract/lending/assets.ts';
import type { KitTemplate } from '../../api/contract/lending/consumables.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingDatabase } from '../interface.ts';
import { freeFleetNumber } from './fleet-number.ts';
import type { NewAssets } from './new-assets.ts';

/** What is known of the next thing of a kind: the Pi of the fleet that it is, its serial number. */
interface Given {
  /** The fleet's; null: the next of the kind. */
  readonly number: number | null;
  readonly name: string | null;
  readonly columns: { readonly device_id?: string; readonly serial?: string };
}

const nothing: Given = { number: null, name: null, columns: {} };

/**
 * The Pis and serial numbers that come along, for the things that are added, one after the other. In kits and boxes they
 * are the devices', which the template puts in; otherwise the things' own.
 *
 * @returns how many things are to be added, and what is given for the next one of a kind.
 * @throws HttpProblem `device-alone`, `too-many-devices`, `device-unknown`, `device-listed`, `number-taken`.
 */
export async function givenDevices(
  trx: LendingDatabase,
  wanted: NewAssets,
  template: KitTemplate | null,
): Promise<{ copies: number; next: (kind: AssetKind) => Given }> {
  const { kind, deviceId, serials = [] } = wanted;
  if (deviceId !== undefined && (kind !== 'device' || wanted.copies !== 1)) throw deviceAlone();
  const deviceIds = deviceId === undefined ? [...new Set(wanted.deviceIds)] : [deviceId];
  const withDevices = kind === 'kit' || kind === 'box' ? 'device' : kind;
  const copies = kind === 'device' && deviceIds.length > 0 ? deviceIds.length : wanted.copies;
  const each =
    withDevices === kind
      ? 1
      : (template?.assets ?? []).reduce((sum, one) => sum + (one.kind === 'device' ? one.count : 0), 0);
  const places = copies * each;
  if (kind === 'part' && deviceIds.length > 0) throw deviceAlone();
  if (deviceIds.length > places) throw tooMany('Pis', deviceIds.length, places);
  if (serials.length > places) throw tooMany('Seriennummern', serials.length, places);

  const pis: { id: string; number: number; name: string }[] = [];
  for (const id of deviceIds) {
    const number = await freeFleetNumber(trx, id, null);
    const { name } = await trx
      .selectFrom('device')
      .select('name')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    pis.push({ id, number, name });
  }
  let at = 0;
  return {
    copies,
    next: (one) => {
      if (one !== withDevices) return nothing;
      const [pi, serial] = [pis[at], serials[at]];
      at += 1;
      return {
        number: pi?.number ?? null,
        // One by itself is called what was said.
        name: pi && wanted.deviceIds ? pi.name : null,
        columns: { ...(pi ? { device_id: pi.id } : {}), ...(serial ? { serial } : {}) },
      };
    },
  };
}

function deviceAlone() {
  return refusal(
    400,
    'device-alone',
    'Ein Pi der Flotte wird einzeln und als Gerät angelegt. Wählen Sie „Gerät“ und die Anzahl 1.',
    'A Pi of the fleet is added by itself and as a device. Choose “device” and the number 1.',
  );
}

function tooMany(what: 'Pis' | 'Seriennummern', given: number, places: number) {
  const en = what === 'Pis' ? 'Pis' : 'serial numbers';
  return refusal(
    400,
    'too-many-devices',
    `${given} ${what}, aber nur ${places} Geräte werden angelegt. Erhöhen Sie die Anzahl oder nehmen Sie welche heraus.`,
    `${given} ${en}, but only ${places} devices are added. Raise the number, or take some out.`,
  );
}
