/** A letter by mail. */
export interface Letter {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array;
  }[];
}

/** Sends letters; made once, where mail is set up. */
export interface Mailer {
  /**
   * @param from who it comes from, unless MAIL_FROM says.
   * @throws ProblemError `mail-…` with a sentence about what to do: the letter has not been taken.
   */
  send(letter: Letter, from: { readonly name: string; readonly email: string }): Promise<void>;
  close(): void;
}
