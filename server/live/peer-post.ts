import type { IncomingMessage, OutgoingMessage } from '../../device/contract/peer-message.ts';
import { hearingRate, PeerAllowance, type PeerRate } from '../../device/contract/peer-rate.ts';
import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { Fleet } from '../fleet/interface.ts';
import { recipientsOf } from './peer-ring.ts';
import type { SeatActivity } from './seat-activity.ts';

/** What carrying messages needs. */
export interface PeerPostNeeds {
  readonly classroom: Pick<Classroom, 'offersBlocks' | 'seatsOf'>;
  readonly fleet: Pick<Fleet, 'device' | 'peerMessage'>;
  readonly activity: Pick<SeatActivity, 'isConnected' | 'runsVirtually' | 'where'>;
  /** Hands a message to the pages of a seat. */
  readonly toPages: (seat: ActiveSeat, message: IncomingMessage) => void;
  /** A clock in s that never goes back. */
  readonly now: () => number;
}

/** Blocks of which a lesson must offer one, or its class has no post: no lesson becomes a chat unasked. */
const sendingBlocks = ['steckbrett_peer_send', 'steckbrett_peer_send_plain'];

/** What became of a message: taken, or refused because the seat sends too many, or because its lesson has no post. */
export type PostOutcome = 'taken' | 'too-many' | 'no-post';

/** A little above what senders keep to (`sendingRate`), so that a line which bunches messages up loses none. */
const acceptedRate: PeerRate = { perSecond: 12, burst: 30 };

/**
 * Carries messages from Pi to Pi within a class. Nothing is kept: what nobody can hear now is gone, and so is what is
 * more than a seat may send or can take, so that Pis that answer each other for ever harm nobody else.
 */
export class PeerPost {
  readonly #needs: PeerPostNeeds;
  readonly #seats = new Map<string, { readonly sends: PeerAllowance; readonly hears: PeerAllowance }>();

  constructor(needs: PeerPostNeeds) {
    this.#needs = needs;
  }

  send(sender: ActiveSeat, { to, name, value }: OutgoingMessage): PostOutcome {
    if (!this.#needs.classroom.offersBlocks(sender.classId, sendingBlocks)) return 'no-post';
    if (!this.#of(sender).sends.take()) return 'too-many';
    const message = { from: sender.nickname.slice(0, 24), name, ...(value === undefined ? {} : { value }) };
    for (const seat of recipientsOf(this.#ring(sender), sender.id, to)) {
      if (this.#of(seat).hears.take()) this.#deliver(seat, message);
    }
    return 'taken';
  }

  /** The seat's class has ended. */
  forget(seatId: string): void {
    this.#seats.delete(seatId);
  }

  /** Those of the class who are there: a seat that nobody sits at would end every chain. */
  #ring(sender: ActiveSeat): readonly ActiveSeat[] {
    const { activity, classroom } = this.#needs;
    return classroom
      .seatsOf(sender.classId)
      .filter((seat) => seat.id === sender.id || activity.isConnected(seat.id) || this.#runsOnPi(seat));
  }

  /** To where a program of the seat runs; if one runs on the Pi and one in a page, to the later. */
  #deliver(seat: ActiveSeat, message: IncomingMessage): void {
    const { activity, fleet, toPages } = this.#needs;
    const inPage = activity.where(seat.id) === 'virtual' && activity.runsVirtually(seat.id);
    if (!inPage && this.#runsOnPi(seat) && seat.deviceId !== null) fleet.peerMessage(seat.deviceId, message);
    else toPages(seat, message);
  }

  #runsOnPi({ deviceId }: ActiveSeat): boolean {
    const device = deviceId === null ? undefined : this.#needs.fleet.device(deviceId);
    return device?.online === true && device.view().program.state === 'running';
  }

  #of({ id }: ActiveSeat) {
    const known = this.#seats.get(id);
    if (known) return known;
    const { now } = this.#needs;
    const seat = { sends: new PeerAllowance(acceptedRate, now), hears: new PeerAllowance(hearingRate, now) };
    this.#seats.set(id, seat);
    return seat;
  }
}
