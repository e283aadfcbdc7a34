import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Duty } from '../api/contract/endpoints.ts';
import { refusal } from '../api/http-problem.ts';
import type { AccountsTables, InvitationTable, Role } from './tables.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A link is good for a week; a month after that it is forgotten. */
const validMs = 7 * dayMs;
const rememberedMs = 30 * dayMs;

export interface NewInvitation {
  readonly role: Role;
  /** Of staff; null: a teacher. */
  readonly duty: Duty | null;
  readonly schoolId: string | null;
  /** The staff member's id; null: the server's set-up link. */
  readonly createdBy: string | null;
}

/** One-time links with which adults make their account. */
export class Invitations {
  readonly #db: Kysely<AccountsTables>;
  readonly #now: () => number;

  constructor(db: Kysely<AccountsTables>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  async create(invitation: NewInvitation): Promise<{ token: string; expiresAt: number }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.#now();
    await this.#db
      .insertInto('invitation')
      .values({
        token_hash: hashToken(token),
        role: invitation.role,
        duty: invitation.duty,
        school_id: invitation.schoolId,
        created_by: invitation.createdBy,
        created_at: now,
        expires_at: now + validMs,
        accepted_at: null,
      })
      .execute();
    return { token, expiresAt: now + validMs };
  }

  /** @throws HttpProblem when the link is unknown, used or expired. */
  async find(token: string): Promise<InvitationTable> {
    return this.#open(this.#db, token);
  }

  /**
   * Uses a link up, within the transaction that makes the account: both happen, or neither.
   *
   * @throws HttpProblem as `find`.
   */
  async use(transaction: Kysely<AccountsTables>, token: string): Promise<InvitationTable> {
    const invitation = await this.#open(transaction, token);
    await transaction
      .updateTable('invitation')
      .set({ accepted_at: this.#now() })
      .where('token_hash', '=', invitation.token_hash)
      .execute();
    return invitation;
  }

  /** A fresh set-up link; the ones made by earlier starts die. */
  async createForSetUp(): Promise<string> {
    await this.#db.deleteFrom('invitation').where('created_by', 'is', null).execute();
    const { token } = await this.create({
      role: 'staff',
      duty: 'admin',
      schoolId: null,
      createdBy: null,
    });
    return token;
  }

  async forgetOld(): Promise<void> {
    await this.#db
      .deleteFrom('invitation')
      .where('expires_at', '<', this.#now() - rememberedMs)
      .execute();
  }

  async #open(db: Kysely<AccountsTables>, token: string): Promise<InvitationTable> {
    const invitation = await db
      .selectFrom('invitation')
      .selectAll()
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst();
    if (!invitation) {
      throw refusal(
        404,
        'invitation-unknown',
        'Dieser Einladungslink gilt nicht. Bitten Sie um einen neuen.',
        'This invitation link does not work. Please ask for a new one.',
      );
    }
    if (invitation.accepted_at !== null) {
      throw refusal(
        410,
        'invitation-used',
        'Mit diesem Link wurde schon ein Konto angelegt. Melden Sie sich damit an.',
        'This link has already been used to create an account. Please sign in with it.',
      );
    }
    if (invitation.expires_at <= this.#now()) {
      throw refusal(
        410,
        'invitation-expired',
        'Dieser Einladungslink ist abgelaufen. Bitten Sie um einen neuen.',
        'This invitation link has expired. Please ask for a new one.',
      );
    }
    return invitation;
  }
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
