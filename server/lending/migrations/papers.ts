import type { Kysely } from 'kysely';
import { table } from './table.ts';

/** Papers as they were agreed, their texts, and what was reminded of. */
export async function createPapers(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    'paper',
    {
      id: 'text',
      loan_id: 'text',
      kind: 'text',
      template_version: 'int',
      frozen: 'text',
      signatures: 'text',
      pdf: 'bytes',
      at: 'bigint',
      mailed_to: 'text?',
      mailed_at: 'bigint?',
    },
    { loan_id: 'loan' },
  )
    .addPrimaryKeyConstraint('paper_key', ['id'])
    .execute();
  await table(db, 'paper_template', {
    kind: 'text',
    text: 'text',
    version: 'int',
    changed_at: 'bigint',
    changed_by: 'text?',
  })
    .addPrimaryKeyConstraint('paper_template_key', ['kind'])
    .execute();
  await table(
    db,
    'reminder',
    {
      loan_id: 'text',
      stage: 'text',
      ends_at: 'bigint',
      state: 'text',
      sent_to: 'text',
      subject: 'text',
      text: 'text',
      at: 'bigint',
      by: 'text?',
    },
    { loan_id: 'loan' },
  )
    .addPrimaryKeyConstraint('reminder_key', ['loan_id', 'stage', 'ends_at'])
    .execute();
}
