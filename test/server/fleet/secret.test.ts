import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { agentConfigSchema } from '../../../server/api/contract/endpoints.ts';
import { hashSecret, makeSecret, secretMatches } from '../../../server/fleet/secret.ts';

describe('a device’s secret', () => {
  it('is known again by its hash, and no other is', () => {
    const secret = makeSecret(randomBytes);
    expect(agentConfigSchema.shape.secret.safeParse(secret).success).toBe(true);
    expect(hashSecret(secret)).not.toContain(secret);
    expect(secretMatches(secret, hashSecret(secret))).toBe(true);
    expect(secretMatches(makeSecret(randomBytes), hashSecret(secret))).toBe(false);
    expect(secretMatches('', hashSecret(secret))).toBe(false);
  });
});
