import type { Level } from './driver.ts';
import type { JohnnyFiveContext } from './johnny-five-context.ts';

/** The level of an input on a Pi. */
export interface FollowedLevel {
  readonly level: Level;
  /** Hears nothing any more. */
  close(): void;
}

/**
 * Follows an input by what the machine reports. johnny-five's Motion, Sensor and reading Pin look at their pin by an
 * interval which they never end, so that it would go on after the wiring; `Board.digitalRead` has none.
 *
 * @param changed hears each change after the first report, which is the level at the beginning.
 */
export function followLevel(
  { board }: Pick<JohnnyFiveContext, 'board'>,
  gpio: number,
  changed: (level: Level) => void,
): FollowedLevel {
  let present: Level | undefined;
  let open = true;
  board.digitalRead(gpio, (reported) => {
    const level: Level = reported === 0 ? 0 : 1;
    if (!open || level === present) return;
    const first = present === undefined;
    present = level;
    if (!first) changed(level);
  });
  return {
    get level() {
      return present ?? 0;
    },
    close() {
      open = false;
    },
  };
}
