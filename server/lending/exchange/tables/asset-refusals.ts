import type { RowPlan } from '../import-table.ts';
import type { assetColumns } from './asset-columns.ts';

/** A sentence that refuses a row. */
export class Refused extends Error {
  readonly plan: Omit<Extract<RowPlan, { does: 'refuse' }>, 'row'>;

  constructor(column: keyof typeof assetColumns, de: string, en: string) {
    super(en);
    this.plan = { does: 'refuse', column, de, en };
  }
}

/** A Pi of the fleet can't be what a row says. */
export function notThatPi(number: number) {
  return new Refused(
    'deviceId',
    `P${number} ist ein anderer Pi der Flotte, oder es gibt ihn schon. Lassen Sie das Feld leer oder berichtigen Sie die Nummer.`,
    `P${number} is another Pi of the fleet, or is there already. Leave the field empty or correct the number.`,
  );
}
