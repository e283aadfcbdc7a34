/** Signs of a class code and of a pupil's own code, without their hyphen. */
const [ofClass, ofPupil] = [6, 8];

/**
 * A code as it should stand in the field while somebody types or pastes it: capitals, a hyphen in the middle. Up to six
 * signs it looks like a class's, `K7F-3XM`, beyond that like a pupil's own, `7K3F-9XMM`. Takes any case and alphabet,
 * spaces and hyphens, and a whole join address with `?code=`.
 */
export function tidyCode(text: string): string {
  const pasted = /[?&]code=([^&#\s]+)/i.exec(text)?.[1];
  const signs = decode(pasted ?? text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, ofPupil);
  const middle = signs.length > ofClass ? ofPupil / 2 : ofClass / 2;
  return signs.length > middle ? `${signs.slice(0, middle)}-${signs.slice(middle)}` : signs;
}

/** Whether a tidy code has all signs of a class's. */
export function isClassCode(tidy: string): boolean {
  return tidy.length === ofClass + 1;
}

/** Whether a tidy code has all signs of a pupil's own. */
export function isResumeCode(tidy: string): boolean {
  return tidy.length === ofPupil + 1;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
