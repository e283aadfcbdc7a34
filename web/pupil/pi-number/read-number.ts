/** The greatest number a label may have. */
const greatest = 99_999;

/**
 * The number of a Pi in what somebody typed, pasted or scanned: `7`, `07`, `Pi 7`, `pi-07`, `#7`, or the address on its
 * label, `http://…/?pi=7`. Undefined when there is none.
 */
export function readPiNumber(text: string): number | undefined {
  const written = text.normalize('NFKC').trim();
  const asked = /[?&]pi=([^&#\s]+)/i.exec(written)?.[1];
  const digits = asked ?? written.replace(/^(?:(?:pi|nr\.?|no\.?|#)[\s\-–:#]*)?/i, '');
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  const number = Number(digits);
  return number >= 1 && number <= greatest ? number : undefined;
}
