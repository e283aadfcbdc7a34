import { ensureGuest } from './guest/guest.ts';
import { ensureEmulator } from './guest/tools.ts';

/** Before the first test: what two of them at a time would otherwise install and build at once. */
export default async function setUp(): Promise<void> {
  ensureEmulator();
  await ensureGuest();
}
