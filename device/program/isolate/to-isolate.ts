import type { IncomingMessage } from '../../contract/peer-message.ts';
import type { Begin, ProgramControl } from '../../contract/program-control.ts';
import type { PartValue } from '../../parts/driver.ts';
import type { ProgramPart } from '../vm/program-parts.ts';

/** What the owner says to an isolate, which trusts it. */
export type ToIsolate =
  /** Once in an isolate's life. */
  | {
      readonly type: 'run';
      readonly source: string;
      readonly parts: readonly ProgramPart[];
      /** Of the program's random numbers. */
      readonly seed: number;
      readonly begin: Begin;
    }
  | { readonly type: 'control'; readonly control: ProgramControl }
  | { readonly type: 'event'; readonly part: string; readonly event: string }
  | { readonly type: 'key'; readonly key: string }
  /** A message of another Pi. */
  | ({ readonly type: 'peer' } & IncomingMessage)
  | { readonly type: 'value'; readonly part: string; readonly value: string; readonly is: PartValue }
  /** So many more commands may be sent. */
  | { readonly type: 'credit'; readonly commands: number }
  /** Answered by `pong`; silence means that the isolate hangs. */
  | { readonly type: 'ping' };

/** Commands that an isolate may send before the first `credit`. */
export const firstCredit = 64;
