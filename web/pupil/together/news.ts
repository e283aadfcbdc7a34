import type { PupilState } from '../../../server/live/contract/live.ts';

/** What has changed for those at a seat, so that it is said. */
export type News =
  | { readonly kind: 'you-drive' }
  | { readonly kind: 'drives'; readonly name: string }
  | { readonly kind: 'wishes'; readonly name: string }
  | { readonly kind: 'knocks'; readonly name: string }
  | { readonly kind: 'came' | 'left'; readonly name: string }
  | { readonly kind: 'your-turn' }
  | { readonly kind: 'turn-over' }
  /** The countdown of the Pi's turn has begun. */
  | { readonly kind: 'turn-ends' };

/** What the page shows of a seat that can become news. */
export type SeatNow = Pick<PupilState, 'pupil' | 'seat' | 'pair' | 'turn'>;

/**
 * Compares two states of a page, and gives what is worth telling, the most urgent last.
 *
 * @param before null at the page's start, when nothing is new.
 */
export function newsBetween(before: SeatNow | null, now: SeatNow): News[] {
  if (!before) return [];
  const me = now.pupil.id;
  const nameOf = (id: string | null) => now.pair.pupils.find((one) => one.id === id)?.nickname ?? '';
  const news: News[] = [];
  if (before.seat.id === now.seat.id) {
    const were = new Set(before.pair.pupils.map(({ id }) => id));
    const are = new Set(now.pair.pupils.map(({ id }) => id));
    for (const one of now.pair.pupils) if (!were.has(one.id)) news.push({ kind: 'came', name: one.nickname });
    for (const one of before.pair.pupils)
      if (!are.has(one.id)) news.push({ kind: 'left', name: one.nickname });
  }
  const { driver, wish } = now.pair;
  if (driver !== before.pair.driver && driver !== null && now.pair.pupils.length > 1) {
    news.push(driver === me ? { kind: 'you-drive' } : { kind: 'drives', name: nameOf(driver) });
  }
  if (wish && wish.pupilId !== before.pair.wish?.pupilId && driver === me) {
    news.push({ kind: 'wishes', name: nameOf(wish.pupilId) });
  }
  const knocked = new Set(before.pair.knocking.map(({ id }) => id));
  for (const one of now.pair.knocking) {
    if (!knocked.has(one.id)) news.push({ kind: 'knocks', name: one.nickname });
  }
  news.push(...turnNews(before.turn, now.turn, before.seat.id === now.seat.id));
  return news;
}

function turnNews(before: SeatNow['turn'], now: SeatNow['turn'], sameSeat: boolean): News[] {
  if (!sameSeat) return [];
  if (before.state === 'waiting' && now.state === 'has') return [{ kind: 'your-turn' }];
  if (before.state !== 'has') return [];
  // Who gave the Pi back while nobody wanted it knows that.
  if (now.state === 'none') return before.leftMs === null ? [] : [{ kind: 'turn-over' }];
  if (now.state !== 'has') return [];
  return before.leftMs === null && now.leftMs !== null ? [{ kind: 'turn-ends' }] : [];
}
