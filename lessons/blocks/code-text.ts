/** A stretch of text that stands for a block: from its first character up to, not with, `to`. */
export interface CodeMark {
  /** The block's id. */
  readonly block: string;
  readonly from: number;
  readonly to: number;
}

/** Text that a workspace's blocks stand for, to be read by people. */
export interface CodeText {
  readonly text: string;
  /** Outer blocks before those that lie in them. */
  readonly marks: readonly CodeMark[];
}
