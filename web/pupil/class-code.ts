/** Signs of a class code, without its hyphen. */
const length = 6;

/**
 * A class code as it should stand in the field while somebody types or pastes it: capitals, a hyphen after three
 * signs. Takes any case, spaces and hyphens, and a whole join address with `?code=`.
 */
export function tidyClassCode(text: string): string {
  const pasted = /[?&]code=([^&#\s]+)/i.exec(text)?.[1];
  const signs = decode(pasted ?? text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, length);
  return signs.length > 3 ? `${signs.slice(0, 3)}-${signs.slice(3)}` : signs;
}

/** Whether a tidy code has all its signs. */
export function isWholeClassCode(tidy: string): boolean {
  return tidy.length === length + 1;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
