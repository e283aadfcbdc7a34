import type { Loan } from '../../api/contract/lending/loans.ts';
import type { PaperKind } from '../../api/contract/lending/papers.ts';
import type { LendingDatabase } from '../interface.ts';
import { readLoan } from '../loans/read-loan.ts';
import { readSettings } from '../settings/settings-store.ts';
import { contentLines } from './content-lines.ts';
import type { PaperContent, PaperSchool } from './paper-content.ts';
import { readTemplate } from './template-store.ts';

/** What a paper says as the loan is now, and the version of the text that it is made with; undefined: no such loan. */
export async function gatherPaper(
  db: LendingDatabase,
  about: {
    readonly loanId: string;
    readonly kind: PaperKind;
    readonly remarks: string;
    readonly now: number;
    /** The loan as a step will leave it; left out: as it is. */
    readonly as?: (loan: Loan) => Loan;
  },
): Promise<{ content: PaperContent; templateVersion: number; loanVersion: number } | undefined> {
  const { kind, remarks, now } = about;
  const found = await readLoan(db, about.loanId, now);
  if (!found) return undefined;
  const loan = about.as?.(found) ?? found;
  const { settings } = await readSettings(db);
  const template = await readTemplate(db, kind);
  const lines = await contentLines(db, loan, { kind, now, lifetimeYears: settings.lifetimeYears });
  const content: PaperContent = {
    format: 1,
    kind,
    loanKind: loan.kind,
    number: loan.number,
    at: now,
    startsAt: loan.startsAt,
    endsAt: loan.endsAt,
    pupils: loan.pupils,
    lessons: loan.lessons,
    association: settings.association,
    school: await paperSchool(db, loan),
    lines,
    totalCents: lines.reduce((sum, { cents }) => sum + (cents ?? 0), 0),
    remarks,
    tests: kind === 'return' ? testsOf(loan) : [],
    template: template.text,
  };
  return { content, templateVersion: template.version, loanVersion: found.version };
}

function testsOf({ itemList }: Loan): PaperContent['tests'] {
  return itemList.flatMap(({ asset, test }) =>
    test ? [{ code: asset.code, at: test.at, state: test.state, checks: test.checks }] : [],
  );
}

/** The loan's school as a party; where the loan has no contact of its own, the school's own reach stands for it. */
export async function paperSchool(
  db: LendingDatabase,
  loan: {
    readonly school: { readonly id: string; readonly name: string; readonly city: string };
    readonly contactName: string;
    readonly contactEmail: string;
    readonly contactPhone: string;
  },
): Promise<PaperSchool> {
  const detail = await db
    .selectFrom('school_detail')
    .select(['address', 'zip', 'provider', 'school_number', 'email', 'phone'])
    .where('school_id', '=', loan.school.id)
    .executeTakeFirst();
  return {
    name: loan.school.name,
    address: detail?.address ?? '',
    zip: detail?.zip ?? '',
    city: loan.school.city,
    provider: detail?.provider ?? '',
    schoolNumber: detail?.school_number ?? '',
    contactName: loan.contactName,
    contactEmail: loan.contactEmail || (detail?.email ?? ''),
    contactPhone: loan.contactPhone || (detail?.phone ?? ''),
  };
}
