import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { PersonView } from '../api/contract/endpoints.ts';
import { HttpProblem } from '../api/http-problem.ts';
import type { Addresses, Domain, DomainContext } from '../domain.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { deviceUnknown } from '../fleet/problems.ts';
import { hashSecret, makeSecret } from '../fleet/secret.ts';
import type { Blocks, ClassView, WorkspaceView } from '../live/contract/live.ts';
import { blocksToJson } from './blocks-json.ts';
import { parseClassCode } from './class-code.ts';
import { ClassStore, type StoredClass } from './class-store.ts';
import { DeviceHandOver } from './device-hand-over.ts';
import { mountClassroom } from './endpoints.ts';
import { hasLesson, type LessonCatalog, lessonWiring } from './lesson-catalog.ts';
import { classroomMigrations } from './migrations.ts';
import {
  classCodeUnknown,
  classUnknown,
  deviceInOtherClass,
  lessonUnknown,
  seatUnknown,
} from './problems.ts';
import { sweepEndedClasses } from './retention.ts';
import { type ActiveClass, type ActiveSeat, Roster } from './roster.ts';
import { type SaveOutcome, WorkspaceStore } from './workspace-store.ts';

interface ClassroomEvents {
  'seat-added': [seat: ActiveSeat];
  /** It has another Pi, or none. */
  'seat-moved': [seat: ActiveSeat];
  'workspace-saved': [seat: ActiveSeat, workspace: WorkspaceView];
  'class-ended': [ended: ClassView, seats: readonly ActiveSeat[]];
}

/** Classes, seats and the pupils' work. */
export interface Classroom extends Domain {
  readonly events: Pick<EventEmitter<ClassroomEvents>, 'on'>;
  class(id: string): ActiveClass | undefined;
  /** An active class of this person; staff may have every class. @throws HttpProblem `class-unknown`. */
  classOf(person: PersonView, id: string): ActiveClass;
  /** Active ones of this person, newest first. */
  classesOf(person: PersonView): ActiveClass[];
  /** Those whose school has this Pi. */
  classesWithDevice(schoolId: string | null): ActiveClass[];
  view(one: ActiveClass): ClassView;
  seat(id: string): ActiveSeat | undefined;
  seatAt(deviceId: DeviceId): ActiveSeat | undefined;
  /** The seat that a pupil's token opens, while its class is active. */
  seatByToken(token: string): ActiveSeat | undefined;
  /** In the order of joining. */
  seatsOf(classId: string): ActiveSeat[];
  startClass(person: PersonView, wanted: { lessonId: string; name: string }): Promise<ClassView>;
  /** Ends a class; ending it again changes nothing. */
  endClass(person: PersonView, classId: string): Promise<ClassView>;
  /** Takes a seat, with a free Pi of the class's school if there is one. */
  join(code: string, nickname: string): Promise<{ token: string; seat: ActiveSeat; class: ClassView }>;
  assignDevice(person: PersonView, seatId: string, deviceId: DeviceId | null): Promise<void>;
  workspace(seatId: string): Promise<WorkspaceView>;
  /** See `WorkspaceStore.save`. @throws ProblemError `workspace-too-large`, `workspace-too-deep`. */
  saveWorkspace(seatId: string, wish: SaveWish): Promise<SaveOutcome>;
}

/** What a page wants to save. */
export interface SaveWish {
  readonly base: number;
  readonly blocks: Blocks;
  readonly tab: string;
  readonly force: boolean;
}

/** What the classroom needs of other domains. */
export interface ClassroomNeeds {
  readonly fleet: Fleet;
  /** Reads the lessons, once at the start. */
  readonly loadLessons: () => Promise<LessonCatalog>;
}

/** Makes the classroom; see `Domain`. */
export function createClassroom(needs: ClassroomNeeds): Classroom {
  return new ClassroomDomain(needs);
}

/** How often data that is due is looked for, in ms. */
const sweepIntervalMs = 60 * 60 * 1000;

/** What exists between start and stop. */
interface Running {
  readonly addresses: Addresses;
  readonly now: () => number;
  readonly store: ClassStore;
  readonly workspaces: WorkspaceStore;
  readonly handOver: DeviceHandOver;
  readonly lessons: LessonCatalog;
  readonly sweeping: NodeJS.Timeout;
}

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

  async start({ addresses, db, logger, mount, now }: DomainContext): Promise<void> {
    const store = new ClassStore(db);
    const handOver = new DeviceHandOver(this.#needs.fleet, logger);
    const lessons = await this.#needs.loadLessons();
    const sweep = async () => {
      const swept = await sweepEndedClasses(db, now());
      if (swept > 0)
        logger.info({ classes: swept }, 'deleted the pupils’ data of classes that ended 7 days ago');
    };
    await sweep();
    const sweeping = setInterval(() => {
      sweep().catch((error: unknown) => logger.error({ err: error }, 'deleting pupils’ data failed'));
    }, sweepIntervalMs);
    this.#running = {
      addresses,
      now,
      store,
      workspaces: new WorkspaceStore(db),
      handOver,
      lessons,
      sweeping,
    };
    const { classes, seats } = await store.active();
    for (const one of classes) this.#roster.addClass(one);
    for (const seat of seats) this.#roster.addSeat(seat);
    mountClassroom(mount, { classroom: this, lessons });
  }

  async stop(): Promise<void> {
    clearInterval(this.#running?.sweeping);
  }

  class(id: string): ActiveClass | undefined {
    return this.#roster.class(id);
  }

  classOf(person: PersonView, id: string): ActiveClass {
    const found = this.#roster.class(id);
    if (!found || !owns(person, found)) throw classUnknown();
    return found;
  }

  classesOf(person: PersonView): ActiveClass[] {
    return this.#roster
      .classes()
      .filter((one) => owns(person, one))
      .toSorted((a, b) => b.startedAt - a.startedAt);
  }

  classesWithDevice(schoolId: string | null): ActiveClass[] {
    return this.#roster.classes().filter((one) => one.schoolId === schoolId);
  }

  view(one: ActiveClass): ClassView {
    return this.#view({ ...one, state: 'active' });
  }

  seat(id: string): ActiveSeat | undefined {
    return this.#roster.seat(id);
  }

  seatAt(deviceId: DeviceId): ActiveSeat | undefined {
    return this.#roster.seatAt(deviceId);
  }

  seatByToken(token: string): ActiveSeat | undefined {
    return this.#roster.seatByToken(hashSecret(token));
  }

  seatsOf(classId: string): ActiveSeat[] {
    return this.#roster.seatsOf(classId);
  }

  async startClass(
    person: PersonView,
    { lessonId, name }: { lessonId: string; name: string },
  ): Promise<ClassView> {
    const { store, now, lessons } = this.#parts;
    if (!hasLesson(lessons, lessonId)) throw lessonUnknown();
    const schoolId = person.school?.id ?? null;
    const started = await store.start({ name, lessonId, schoolId, teacherId: person.id, startedAt: now() });
    this.#roster.addClass(started);
    return this.view(started);
  }

  async endClass(person: PersonView, classId: string): Promise<ClassView> {
    const { store, handOver, now } = this.#parts;
    const stored = this.#roster.class(classId) ?? (await store.class(classId));
    if (!stored || !owns(person, stored)) throw classUnknown();
    const ended = this.#view({ ...stored, state: 'ended' });
    const seats = this.#roster.seatsOf(classId);
    if (!this.#roster.class(classId)) return ended;
    // The stops leave before the database is asked: what moves should stand still first.
    const devices = seats.map(({ deviceId }) => deviceId).filter((id) => id !== null);
    const released = Promise.all(devices.map((id) => handOver.release(id)));
    await store.end(classId, now());
    this.#roster.removeClass(classId);
    this.events.emit('class-ended', ended, seats);
    await released;
    return ended;
  }

  async join(code: string, nickname: string): Promise<{ token: string; seat: ActiveSeat; class: ClassView }> {
    const { store, handOver, lessons, now } = this.#parts;
    const joined = this.#roster.classByCode(parseClassCode(code) ?? '');
    if (!joined) throw classCodeUnknown();
    const token = makeSecret(randomBytes);
    const seat = await store.addSeat({
      classId: joined.id,
      nickname,
      tokenHash: hashSecret(token),
      devices: handOver.online(joined.schoolId),
      joinedAt: now(),
    });
    this.#roster.addSeat(seat);
    if (seat.deviceId !== null) await handOver.prepare(seat.deviceId, lessonWiring(lessons, joined.lessonId));
    this.events.emit('seat-added', seat);
    return { token, seat, class: this.view(joined) };
  }

  async assignDevice(person: PersonView, seatId: string, deviceId: DeviceId | null): Promise<void> {
    const { store, handOver, lessons } = this.#parts;
    const seat = this.#roster.seat(seatId);
    const inClass = seat && this.#roster.class(seat.classId);
    if (!seat || !inClass || !owns(person, inClass)) throw seatUnknown();
    if (seat.deviceId === deviceId) return;
    const holder = deviceId === null ? undefined : this.#roster.seatAt(deviceId);
    if (deviceId !== null) {
      if (handOver.device(deviceId)?.schoolId !== inClass.schoolId)
        throw new HttpProblem(404, deviceUnknown());
      const holding = holder && this.#roster.class(holder.classId);
      if (holding && !owns(person, holding)) throw deviceInOtherClass();
    }
    const moving = [seat.deviceId, deviceId].filter((id) => id !== null);
    await Promise.all(moving.map((id) => handOver.release(id)));
    await store.assign(seatId, deviceId);
    this.#roster.assign(seatId, deviceId);
    if (deviceId !== null) await handOver.prepare(deviceId, lessonWiring(lessons, inClass.lessonId));
    for (const id of holder ? [holder.id, seatId] : [seatId]) {
      const changed = this.#roster.seat(id);
      if (changed) this.events.emit('seat-moved', changed);
    }
  }

  workspace(seatId: string): Promise<WorkspaceView> {
    return this.#parts.workspaces.read(seatId);
  }

  async saveWorkspace(seatId: string, { base, blocks, tab, force }: SaveWish): Promise<SaveOutcome> {
    const { workspaces, now } = this.#parts;
    const json = blocksToJson(blocks);
    const saved = await workspaces.save({ seatId, base, blocks: json, tab, force, now: now() });
    if (saved.outcome === 'saved') {
      this.#roster.saved(seatId, saved.workspace.savedAt ?? now());
      const seat = this.#roster.seat(seatId);
      if (seat) this.events.emit('workspace-saved', seat, saved.workspace);
    }
    return saved;
  }

  #view(one: Omit<StoredClass, 'schoolId' | 'teacherId'>): ClassView {
    return {
      id: one.id,
      code: one.code,
      name: one.name,
      lessonId: one.lessonId,
      state: one.state,
      startedAt: one.startedAt,
      joinUrl: `${this.#parts.addresses.web()}/?code=${one.code}`,
    };
  }

  get #parts(): Running {
    if (!this.#running) throw new Error('the classroom has not been started');
    return this.#running;
  }
}

/** A class belongs to its teacher; staff may steer every class. */
function owns(person: PersonView, one: ActiveClass): boolean {
  return person.role === 'staff' || person.id === one.teacherId;
}
