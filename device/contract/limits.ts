/** Sizes and depths that both ends enforce; bytes are of the encoded payload. */
export const limits = {
  /** Largest payload on any topic but `program`, `peers` and `health`: 64 KiB. */
  payloadBytes: 64 * 1024,
  /** Largest payload on `program`: 256 KiB of source and its envelope. */
  programPayloadBytes: 256 * 1024 + 4 * 1024,
  /** Largest program source: 256 KiB, in UTF-8. */
  programSourceBytes: 256 * 1024,
  /** Largest payload on `peers`: a name and a text of 64 characters, each of which JSON may write as six bytes. */
  peerPayloadBytes: 1024,
  /** Largest payload on `health`. */
  healthPayloadBytes: 1024,
  /** Levels of a topic that a device may name: `steckbrett/v1/{id}/{channel}`. */
  topicDepth: 4,
  /** A trace batch is sent at most once in this time, in ms. */
  traceIntervalMs: 50,
  /** Events in one trace batch at most; more are dropped and counted in a `gap` event. */
  traceBatchEvents: 400,
} as const;
