import type { Logger } from 'pino';
import type { DefaultEventsMap, Namespace } from 'socket.io';
import type { PersonView } from '../api/contract/endpoints.ts';
import type { SessionLookup } from '../domain.ts';
import type { Lending } from '../lending/interface.ts';
import type { AssociationServerEvents } from './contract/association.ts';
import { connectionRefused, signInNeeded, staffOnly } from './problems.ts';

/** The namespace `/association`: pages listen and say nothing. */
export type AssociationNamespace = Namespace<
  DefaultEventsMap,
  AssociationServerEvents,
  DefaultEventsMap,
  { person: PersonView }
>;

/** What the association's pages work on. */
export interface AssociationPagesNeeds {
  readonly namespace: AssociationNamespace;
  readonly lending: Pick<Lending, 'events'>;
  readonly session: SessionLookup;
  readonly logger: Logger;
}

/** Tells the association's pages what changes; who they are is known by their session's cookie. */
export function serveAssociationPages({ namespace, lending, session, logger }: AssociationPagesNeeds): void {
  namespace.use((socket, next) => {
    session(socket.handshake.headers).then(
      (person) => {
        if (!person) return next(connectionRefused(signInNeeded()));
        if (person.role !== 'staff') return next(connectionRefused(staffOnly()));
        socket.data.person = person;
        next();
      },
      (error: unknown) => {
        logger.error({ err: error }, 'a session could not be looked up');
        next(connectionRefused(signInNeeded()));
      },
    );
  });
  lending.events.on('changed', (what, id) => {
    namespace.emit('changed', { what, id });
  });
  lending.events.on('scanned', (stocktakeId, items) => {
    namespace.emit('scanned', { stocktakeId, items: [...items] });
  });
}
