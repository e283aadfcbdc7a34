import type { ToIsolate } from './to-isolate.ts';

export interface IsolateListener {
  /** What it says, not checked yet. */
  message(message: unknown): void;
  /** It is gone without having been told to; `detail` is for engineers. */
  lost(detail: string): void;
}

/**
 * A place of its own for one program, as its owner holds it. It gets warm by itself, and says `ready`. A process
 * lives until it has terminated its isolates.
 */
export interface Isolate {
  post(message: ToIsolate): void;
  /** There is one listener at most; a later one replaces it, and what came before the first is kept for it. */
  listen(listener: IsolateListener): void;
  /** Ends it, whatever it is doing; its listener hears nothing any more. */
  terminate(): Promise<void>;
}

export type CreateIsolate = () => Isolate;
