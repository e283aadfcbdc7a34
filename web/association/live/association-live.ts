import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import {
  type AssociationServerEvents,
  type LendingChange,
  lendingChangeSchema,
  type StocktakeScanned,
  stocktakeScannedSchema,
} from '../../../server/live/contract/association.ts';

const retryPauseMs = 3000;

/** What a page wants to hear. */
export interface AssociationHears {
  /** Something changed: ask anew. */
  readonly onChange?: (what: LendingChange['what'], id: string) => void;
  /** Things were ticked off in a stocktake. */
  readonly onScanned?: (scanned: StocktakeScanned) => void;
  /** The connection stands again (not at the first time): whatever happened meanwhile was missed, so ask anew. */
  readonly onReturn?: () => void;
}

/**
 * A page's live connection to what happens in the association, for as long as its host is in the page. It comes back by
 * itself; `connected` says whether it stands.
 */
export class AssociationLive implements ReactiveController {
  connected = false;
  readonly #host: ReactiveControllerHost;
  readonly #hears: AssociationHears;
  #socket: Socket<AssociationServerEvents> | undefined;
  #wasThere = false;

  constructor(host: ReactiveControllerHost, hears: AssociationHears) {
    this.#host = host;
    this.#hears = hears;
    host.addController(this);
  }

  hostConnected(): void {
    const socket: Socket<AssociationServerEvents> = io('/association', {
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelayMax: 5000,
    });
    socket.on('connect', () => {
      this.#set(true);
      if (this.#wasThere) this.#hears.onReturn?.();
      this.#wasThere = true;
    });
    socket.on('disconnect', (reason) => {
      this.#set(false);
      // The server ended it, because the session did or says something else now: ask again who we are.
      if (reason === 'io server disconnect') socket.connect();
    });
    socket.on('connect_error', () => {
      this.#set(false);
      // A refused handshake is not retried by socket.io; the server may just be starting, or its database away.
      if (!socket.active) setTimeout(() => this.#socket === socket && socket.connect(), retryPauseMs);
    });
    socket.on('changed', (given) => {
      const { success, data } = lendingChangeSchema.safeParse(given);
      if (success) this.#hears.onChange?.(data.what, data.id);
    });
    socket.on('scanned', (given) => {
      const { success, data } = stocktakeScannedSchema.safeParse(given);
      if (success) this.#hears.onScanned?.(data);
    });
    this.#socket = socket;
  }

  hostDisconnected(): void {
    this.#socket?.disconnect();
    this.#socket = undefined;
    this.#wasThere = false;
    this.connected = false;
  }

  #set(connected: boolean): void {
    this.connected = connected;
    this.#host.requestUpdate();
  }
}
