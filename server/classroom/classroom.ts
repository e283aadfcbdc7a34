import { EventEmitter } from 'node:events';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { PersonView } from '../api/contract/endpoints.ts';
import type { Addresses, DomainContext } from '../domain.ts';
import type { Fleet } from '../fleet/interface.ts';
import { hashSecret } from '../fleet/secret.ts';
import type { ClassView, WorkspaceView } from '../live/contract/live.ts';
import { classBelongings } from './class-belongings.ts';
import { ClassDesk } from './class-desk.ts';
import { classRecord } from './class-record.ts';
import { ClassShelf } from './class-shelf.ts';
import { ClassStore, type StoredClass } from './class-store.ts';
import type { ClassroomEvents, ClassroomParts } from './classroom-parts.ts';
import { DeviceHandOver } from './device-hand-over.ts';
import { mountClassroom } from './endpoints.ts';
import { HandInDesk } from './hand-in-desk.ts';
import { HandInStore } from './hand-in-store.ts';
import { HistoryStore } from './history-store.ts';
import type { Classroom } from './interface.ts';
import { lastSaver } from './last-saver.ts';
import { stopLeftoverRuns } from './leftover-runs.ts';
import type { LessonCatalog } from './lesson-catalog.ts';
import { LessonSender } from './lesson-sender.ts';
import { classroomMigrations } from './migrations.ts';
import { freeMovedDevices } from './moved-devices.ts';
import { OwnPi } from './own-pi.ts';
import { owns } from './ownership.ts';
import { PiTurns } from './pi-turns.ts';
import { classUnknown } from './problems.ts';
import { ProgressDesk } from './progress-desk.ts';
import { ProgressStore } from './progress-store.ts';
import { PupilDesk } from './pupil-desk.ts';
import { PupilStore } from './pupil-store.ts';
import { Retention } from './retention.ts';
import { type ActiveClass, type ActivePupil, type ActiveSeat, Roster } from './roster.ts';
import { SeatDesk } from './seat-desk.ts';
import { SendStore } from './send-store.ts';
import { SignsOfLife } from './signs-of-life.ts';
import { WorkspaceStore } from './workspace-store.ts';

/** What the classroom needs beside the server. */
export interface ClassroomNeeds {
  readonly fleet: Fleet;
  readonly lessons: LessonCatalog;
  readonly accounts: Pick<Accounts, 'keep' | 'personById' | 'schoolById'>;
}

/** Makes the classroom; see `Domain`. */
export function createClassroom(needs: ClassroomNeeds): Classroom {
  return new ClassroomDomain(needs);
}

/** What exists between start and stop. */
interface Running {
  readonly addresses: Addresses;
  readonly parts: ClassroomParts;
  readonly seatDesk: SeatDesk;
  readonly pupilDesk: PupilDesk;
  readonly handInDesk: HandInDesk;
  readonly progressDesk: ProgressDesk;
  readonly sender: LessonSender;
  readonly turns: PiTurns;
  readonly ownPi: OwnPi;
  readonly lastSaver: (seatId: string) => Promise<string | null>;
  readonly retention: Retention;
  readonly forgottenTimer: NodeJS.Timeout;
  readonly endLeftovers: () => void;
}

/** How often classes are looked for that everybody has left, ms; after a restart pages have so long to come back. */
const forgottenEvery = 10 * 60 * 1000;

class ClassroomDomain implements Classroom {
  readonly name = 'classroom';
  readonly migrations = classroomMigrations;
  readonly events = new EventEmitter<ClassroomEvents>();
  readonly #needs: ClassroomNeeds;
  readonly #roster = new Roster();
  #running: Running | undefined;

  constructor(needs: ClassroomNeeds) {
    this.#needs = needs;
  }

  async start({ addresses, config, db, logger, mount, now }: DomainContext): Promise<void> {
    const { lessons } = this.#needs;
    const store = new ClassStore(db);
    const parts: ClassroomParts = {
      roster: this.#roster,
      events: this.events,
      store,
      pupils: new PupilStore(db),
      workspaces: new WorkspaceStore(db),
      history: new HistoryStore(db, now),
      progress: new ProgressStore(db),
      handIns: new HandInStore(db),
      handOver: new DeviceHandOver(this.#needs.fleet, logger),
      lessons,
      teacherName: async (id) => (await this.#needs.accounts.personById(id))?.name ?? null,
      now,
    };
    const seatDesk = new SeatDesk(parts);
    const pupilDesk = new PupilDesk(parts);
    const turn = config.turnSeconds * 1000;
    const turns = new PiTurns({
      parts,
      fleet: this.#needs.fleet,
      // A warning that is longer than the turn would be its main part.
      times: { turn, notice: Math.min(60_000, turn), away: 30_000 },
      clock: () => performance.now(),
      logger,
    });
    const isSomeoneIn = (classId: string) => turns.isSomeoneIn(classId);
    const retention = new Retention({
      db,
      logger,
      now,
      isBusy: () => this.#roster.classes().some(({ id }) => isSomeoneIn(id)),
    });
    await retention.look();
    const classDesk = new ClassDesk({
      parts,
      retention,
      signsOfLife: new SignsOfLife({ db, roster: this.#roster, isSomeoneIn, now }),
      view: (one) => this.#view(one),
    });
    const forgottenTimer = setInterval(() => {
      classDesk.endForgotten().catch((error: unknown) => {
        logger.error({ err: error }, 'a class that everybody has left could not be ended');
      });
    }, forgottenEvery);
    for (const content of await store.active()) this.#roster.addContent(content);
    this.#needs.accounts.keep(classBelongings({ db, delete: (id) => retention.delete(id) }));
    this.#running = {
      addresses,
      parts,
      seatDesk,
      pupilDesk,
      handInDesk: new HandInDesk(parts),
      progressDesk: new ProgressDesk(parts),
      sender: new LessonSender(
        parts,
        new SendStore(db),
        (one) => this.view(one),
        (error) => logger.error({ err: error }, 'somebody who came later did not get the class’s step'),
      ),
      turns,
      ownPi: new OwnPi({ parts, turns, fleet: this.#needs.fleet, clock: () => performance.now() }),
      lastSaver: (seatId) => lastSaver(db, seatId),
      retention,
      forgottenTimer,
      endLeftovers: stopLeftoverRuns({ ...parts, fleet: this.#needs.fleet, logger }),
    };
    freeMovedDevices({ ...parts, fleet: this.#needs.fleet, logger });
    mountClassroom(mount, {
      classroom: this,
      classDesk,
      seatDesk,
      pupilDesk,
      lessons,
      shelf: new ClassShelf({
        parts,
        schoolById: this.#needs.accounts.schoolById,
        view: (one) => this.#view(one),
      }),
      record: (person, classId) =>
        classRecord({ db, store, view: (one) => this.#view(one), now }, person, classId),
    });
    lessons.events.on('changed', (lessonIds) => {
      for (const { id, lessonId } of this.#roster.classes()) {
        if (lessonIds.includes(lessonId)) this.events.emit('lesson-changed', id, lessonId);
      }
    });
  }

  async stop(): Promise<void> {
    this.#running?.turns.stop();
    this.#running?.endLeftovers();
    clearInterval(this.#running?.forgottenTimer);
    await this.#running?.retention.stop();
  }

  class(id: string): ActiveClass | undefined {
    return this.#roster.class(id);
  }

  offersBlocks(classId: string, types: readonly string[]): boolean {
    const own = this.#roster.seatsOf(classId).map(({ ownLessonId }) => ownLessonId);
    const lessonIds = new Set([this.#roster.class(classId)?.lessonId, ...own]);
    return [...lessonIds].some((id) =>
      this.#needs.lessons.get(id ?? '')?.views.de.toolbox.some((type) => types.includes(type)),
    );
  }

  classOf(person: PersonView, id: string): ActiveClass {
    const found = this.#roster.class(id);
    if (!found || !owns(person, found)) throw classUnknown();
    return found;
  }

  classesOf(person: PersonView): ActiveClass[] {
    const own = this.#roster.classes().filter((one) => owns(person, one));
    return own.toSorted((a, b) => b.startedAt - a.startedAt);
  }

  classesAt(schoolId: string | null): ActiveClass[] {
    return this.#roster.classes().filter((one) => one.schoolId === schoolId);
  }

  view(one: ActiveClass): ClassView {
    return this.#view({ ...one, state: 'active', deletesAt: null });
  }

  seat(id: string): ActiveSeat | undefined {
    return this.#roster.seat(id);
  }

  lessonOf(seatId: string): string | undefined {
    return this.#roster.lessonOf(seatId);
  }

  seatAt(deviceId: DeviceId): ActiveSeat | undefined {
    return this.#roster.seatAt(deviceId);
  }

  pupil(id: string): ActivePupil | undefined {
    return this.#roster.pupil(id);
  }

  pupilByToken(token: string): ActivePupil | undefined {
    return this.#roster.pupilByToken(hashSecret(token));
  }

  wasRemoved(token: string): boolean {
    return this.#roster.wasRemoved(hashSecret(token));
  }

  seatsOf(classId: string): ActiveSeat[] {
    return this.#roster.seatsOf(classId);
  }

  workspace(seatId: string): Promise<WorkspaceView> {
    return this.#started.parts.workspaces.read(seatId);
  }

  saveWorkspace: SeatDesk['saveWorkspace'] = (...wish) => this.#started.seatDesk.saveWorkspace(...wish);

  setWorkAside: SeatDesk['setWorkAside'] = (...wish) => this.#started.seatDesk.setWorkAside(...wish);

  get history(): HistoryStore {
    return this.#started.parts.history;
  }

  lastSaver(seatId: string): Promise<string | null> {
    return this.#started.lastSaver(seatId);
  }

  get turns(): PiTurns {
    return this.#started.turns;
  }

  get ownPi(): OwnPi {
    return this.#started.ownPi;
  }

  get progress(): ProgressStore {
    return this.#started.parts.progress;
  }

  addProgress: ProgressDesk['add'] = (...wish) => this.#started.progressDesk.add(...wish);

  get handIns(): HandInDesk {
    return this.#started.handInDesk;
  }

  send: LessonSender['send'] = (...wish) => this.#started.sender.send(...wish);

  movePupil: PupilDesk['move'] = (...wish) => this.#started.pupilDesk.move(...wish);

  #view(one: StoredClass): ClassView {
    return {
      id: one.id,
      code: one.code,
      name: one.name,
      lessonId: one.lessonId,
      state: one.state,
      startedAt: one.startedAt,
      allBlocks: one.allBlocks,
      keepDays: one.keepDays,
      deletesAt: one.deletesAt,
      joinUrl: `${this.#started.addresses.web()}/?code=${one.code}`,
    };
  }

  get #started(): Running {
    if (!this.#running) throw new Error('the classroom has not been started');
    return this.#running;
  }
}
