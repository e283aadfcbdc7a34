import { type Land, landSchema } from '../../api/contract/lending/schools.ts';

/** Länder in whose data the number behind the Land's letters is made up anew with each collection. */
const unstable: ReadonlySet<Land> = new Set(['SL', 'BY', 'ST']);

/** What an id of the open data tells: `RP-50720`. */
export interface OpenDataId {
  readonly land: Land | null;
  /** The number by which the Land knows the school; empty where the id holds none that lasts. */
  readonly schoolNumber: string;
}

/** Takes an id of the open data apart. */
export function partsOfOpenDataId(id: string): OpenDataId {
  const [, letters = '', local = ''] = /^([A-Za-z]{2})-(.+)$/.exec(id) ?? [];
  const land = landSchema.safeParse(letters.toUpperCase()).data ?? null;
  if (!land) return { land: null, schoolNumber: '' };
  return { land, schoolNumber: isStable(land, local) ? local : '' };
}

/** Whether the id names the same school in the next collection too. */
export function isStableId(id: string): boolean {
  return partsOfOpenDataId(id).schoolNumber !== '';
}

/** Baden-Württemberg has official numbers of eight digits, and made-up ones for the rest. */
function isStable(land: Land, local: string): boolean {
  if (unstable.has(land)) return false;
  return land !== 'BW' || /^\d{8}$/.test(local);
}
