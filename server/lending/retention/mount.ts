import { endpoints } from '../../api/contract/endpoints.ts';
import type { Retention } from '../../api/contract/lending/retention.ts';
import { refusal } from '../../api/http-problem.ts';
import { record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';
import { changeLoan } from '../loans/change.ts';
import { isOpen, type RetentionYears } from './due-day.ts';
import { eraseEntry } from './erase-entry.ts';
import { eraseLoans } from './erase-loan.ts';
import { namedLoans } from './named-loans.ts';
import { readYears, writeYears } from './retention-store.ts';
import { RetentionSweep } from './retention-sweep.ts';

/**
 * Puts the endpoints of keeping and erasing into service, and anonymises old loans by itself.
 *
 * @returns ends that.
 */
export async function mountRetention(context: LendingContext): Promise<() => Promise<void>> {
  const { db, mount, now, newId, events } = context;
  const sweep = new RetentionSweep(context);

  const view = async (wanted: Partial<RetentionYears>): Promise<Retention> => {
    const { version, ...kept } = await readYears(db);
    const years = {
      loanYears: wanted.loanYears ?? kept.loanYears,
      donationYears: wanted.donationYears ?? kept.donationYears,
    };
    const next = new Map<number, Retention['next'][number]>();
    for (const { kind, dueAt } of await namedLoans(db, years)) {
      const at = Math.max(dueAt, now());
      const day = next.get(at) ?? { at, loans: 0, donations: 0 };
      next.set(
        at,
        kind === 'donation' ? { ...day, donations: day.donations + 1 } : { ...day, loans: day.loans + 1 },
      );
    }
    const { erased } = await db
      .selectFrom('loan_erased')
      .select(({ fn }) => fn.countAll<number>().as('erased'))
      .executeTakeFirstOrThrow();
    return { ...years, version, next: [...next.values()], erased: Number(erased) };
  };

  mount.endpoint(endpoints.retention, ({ body }) => view(body));

  mount.endpoint(endpoints.saveRetention, async ({ body: { version, ...years }, person }) => {
    await db.transaction().execute(async (trx) => {
      if (!(await writeYears(trx, years, version))) throw changedMeanwhile();
      await record(trx, {
        id: newId(),
        at: now(),
        by: person.id,
        kind: 'settings.retention',
        de: `Aufbewahrung: Leihen ${years.loanYears}, Spenden ${years.donationYears} volle Kalenderjahre`,
        en: `Keeping: loans ${years.loanYears}, donations ${years.donationYears} full calendar years`,
        facts: { ...years },
      });
    });
    events.emit('changed', 'settings', 'retention');
    return view({});
  });

  mount.endpoint(endpoints.eraseLoan, async ({ params: { loanId }, body: { version }, person }) => {
    const loan = await changeLoan(
      context,
      { loanId, person, step: null, version },
      async ({ trx, loan: row }) => {
        if (isOpen(row)) throw stillOpen();
        await eraseLoans(trx, context, [loanId], person.id);
      },
    );
    await sweep.clean();
    return loan;
  });

  mount.endpoint(endpoints.eraseEntry, async ({ params: { entryId } }) => {
    const entry = await eraseEntry(context, entryId);
    await sweep.clean();
    return entry;
  });

  sweep.start();
  return () => sweep.stop();
}

function changedMeanwhile() {
  return refusal(
    409,
    'retention-changed',
    'Jemand hat die Fristen inzwischen geändert. Laden Sie die Seite neu und entscheiden Sie noch einmal.',
    'Somebody has changed these times in the meantime. Reload the page and decide again.',
  );
}

function stillOpen() {
  return refusal(
    409,
    'loan-still-open',
    'Die Leihe ist noch nicht abgeschlossen; bis dahin braucht es ihre Angaben. Nehmen Sie zurück und füllen Sie auf, oder stornieren Sie sie.',
    'The loan is not closed yet, and until then its details are needed. Take it back and restock it, or cancel it.',
  );
}
