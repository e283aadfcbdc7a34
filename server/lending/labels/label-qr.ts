import { encode } from 'uqr';

/** White around a QR code, in modules: what the standard asks for. */
export const quietZone = 4;

/**
 * The QR code of a thing's address, without its quiet zone: `https://pi.example.org/t/K12`.
 *
 * Scheme, host and our own path mean the same in capitals, and capitals take fewer modules: on a label 10 mm high these
 * are then a fifth larger.
 *
 * @returns rows of modules; true: dark.
 */
export function labelQr(origin: string, code: string): readonly (readonly boolean[])[] {
  return encode(labelAddress(origin, code), { ecc: 'M', border: 0, boostEcc: true }).data;
}

/** What the QR code says. */
export function labelAddress(origin: string, code: string): string {
  return `${origin}/t/${code}`.toUpperCase();
}
