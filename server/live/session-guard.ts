import type { Logger } from 'pino';
import type { SessionLookup } from '../domain.ts';
import type { AssociationNamespace } from './association-pages.ts';
import type { TeacherNamespace } from './teacher-pages.ts';

/** How often open connections are held against their sessions, ms. */
const checkEvery = 60_000;

/** What a session guard needs. */
export interface SessionGuardNeeds {
  readonly namespaces: readonly (Pick<TeacherNamespace, 'sockets'> | Pick<AssociationNamespace, 'sockets'>)[];
  readonly session: SessionLookup;
  readonly logger: Logger;
}

/**
 * Ends the connections of adults who have signed out meanwhile, or who have another role, duty or school now: what they were
 * allowed when they connected must not go on for as long as a page stays open. The page comes back by itself and
 * hears what holds.
 */
export class SessionGuard {
  readonly #needs: SessionGuardNeeds;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(needs: SessionGuardNeeds) {
    this.#needs = needs;
  }

  start(): void {
    this.#timer = setInterval(() => void this.check(), checkEvery);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Looks at every open connection now. */
  async check(): Promise<void> {
    const { namespaces, session, logger } = this.#needs;
    for (const socket of namespaces.flatMap(({ sockets }) => [...sockets.values()])) {
      try {
        const now = await session(socket.handshake.headers);
        const { role, duty, school } = socket.data.person;
        if (now?.role === role && now.duty === duty && now.school?.id === school?.id) continue;
        socket.disconnect();
      } catch (error) {
        // A database that is busy is no reason to send everybody away.
        logger.error({ err: error }, 'a session could not be checked');
      }
    }
  }
}
