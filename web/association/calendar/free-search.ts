import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { call } from '../../client/api.ts';
import { Sending } from '../../ui/sending.ts';

/** Hours of the day at which kits usually go and come. */
const goes = 'T08:00';
const comes = 'T16:00';

/** Which kits are free in a time. */
export class FreeSearch implements ReactiveController {
  readonly sending: Sending;
  /** Kits that are free, or free but for the buffer around; null: nobody asked. */
  found: ReadonlySet<string> | null = null;
  /** So many are free with the buffer around them. */
  count = 0;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
    this.sending = new Sending(host);
  }

  hostConnected(): void {}

  /** From and to are local days, both included. */
  ask(from: string, to: string): Promise<boolean> {
    return this.sending.do(async () => {
      const span = {
        startsAt: new Date(from + goes).getTime(),
        endsAt: new Date(to + comes).getTime(),
      };
      const { candidates } = await call('availability', {}, span);
      this.count = candidates.filter(({ free }) => free).length;
      this.found = new Set(
        candidates.filter(({ free, tight }) => free || tight).map(({ asset }) => asset.id),
      );
    });
  }

  forget(): void {
    this.found = null;
    this.sending.forget();
    this.#host.requestUpdate();
  }
}
