import { readPiNumber } from './read-number.ts';

/** Which Pi the page's address asks for, as a label's QR code does: `/?pi=7`. */
export function askedPi(): number | undefined {
  return readPiNumber(location.search);
}

/** The address says no Pi any more: it was asked for once. */
export function forgetAskedPi(): void {
  const address = new URL(location.href);
  address.searchParams.delete('pi');
  history.replaceState(null, '', address);
}
