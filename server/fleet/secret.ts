import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The hash under which a random secret is stored, hex. One round of SHA-256 is right here: slow hashes protect
 * secrets that people choose and that can be guessed; ours are 32 random bytes, which nobody can try through,
 * and a class of devices that reconnects at once must not wait for a slow hash.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Compares in constant time, so that the duration tells nothing about the stored hash. */
export function secretMatches(secret: string, hash: string): boolean {
  const given = Buffer.from(hashSecret(secret), 'hex');
  const stored = Buffer.from(hash, 'hex');
  return given.length === stored.length && timingSafeEqual(given, stored);
}

/** A secret from 32 random bytes, in base64url (43 characters). */
export function makeSecret(randomBytes: (size: number) => Uint8Array): string {
  return Buffer.from(randomBytes(32)).toString('base64url');
}
