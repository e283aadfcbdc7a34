import { describe, expect, it } from 'vitest';
import { deviceIdSchema } from '../../../device/contract/topics.ts';
import { deviceIdFor } from '../../../server/fleet/device-id.ts';

describe('a device id', () => {
  it.each([
    ['pi-07', 'pi-07'],
    ['Pi 07', 'pi-07'],
    ['  Grüner Pi (Töpfer)  ', 'gruener-pi-toepfer'],
    ['Café №1', 'cafe-1'],
    ['--', 'pi'],
    ['🦊', 'pi'],
    ['a'.repeat(40), 'a'.repeat(32)],
    [`${'a'.repeat(31)} b`, 'a'.repeat(31)],
  ])('of %j is %j', (name, id) => {
    expect(deviceIdFor(name, () => false)).toBe(id);
    expect(deviceIdSchema.safeParse(id).success).toBe(true);
  });

  it.each([
    ['pi-07', ['pi-07'], 'pi-07-2'],
    ['pi-07', ['pi-07', 'pi-07-2'], 'pi-07-3'],
    ['a'.repeat(40), ['a'.repeat(32)], `${'a'.repeat(30)}-2`],
  ])('of %j gets a number when %j are taken: %j', (name, taken, id) => {
    expect(deviceIdFor(name, (one) => taken.includes(one))).toBe(id);
  });
});
