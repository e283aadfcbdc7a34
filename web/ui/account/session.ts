import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { call } from '../../client/api.ts';
import { problemOf } from '../problem-text.ts';
import { forgetDrafts } from './forget-drafts.ts';
import { saysSignedOut, signOut } from './session-client.ts';

/** Who uses the page: still being asked, nobody, somebody, or the server can't be asked. */
export type SessionState =
  | { readonly state: 'loading' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly person: PersonView }
  | { readonly state: 'unreachable'; readonly problem: Problem };

/** Knows the signed-in adult and re-renders its host when that changes; asks again when the network returns. */
export class Session implements ReactiveController {
  current: SessionState = { state: 'loading' };
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
    void this.load();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
  }

  /** Asks the server who is signed in. */
  async load(): Promise<void> {
    try {
      this.#set({ state: 'signed-in', person: await call('me', {}, {}) });
    } catch (error) {
      this.#set(
        saysSignedOut(error) ? { state: 'signed-out' } : { state: 'unreachable', problem: problemOf(error) },
      );
    }
  }

  /** Signs out; where that fails the session holds, and the page says so. */
  async end(): Promise<void> {
    try {
      await signOut();
      forgetDrafts();
      this.#set({ state: 'signed-out' });
    } catch (error) {
      this.#set({ state: 'unreachable', problem: problemOf(error) });
    }
  }

  readonly #onOnline = () => {
    if (this.current.state === 'unreachable') void this.load();
  };

  #set(next: SessionState): void {
    this.current = next;
    this.#host.requestUpdate();
  }
}
