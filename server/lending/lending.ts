import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Accounts } from '../accounts/accounts.ts';
import type { LessonCatalog } from '../classroom/lesson-catalog.ts';
import type { DomainContext } from '../domain.ts';
import type { Fleet } from '../fleet/interface.ts';
import { smtpMailer } from '../mail/smtp-mailer.ts';
import { mountAssets } from './assets/mount.ts';
import { mountCalendar } from './calendar/mount.ts';
import { mountExchange } from './exchange/mount.ts';
import { mountHistory } from './history/mount.ts';
import type { Lending, LendingContext, LendingEvents } from './interface.ts';
import { mountLabels } from './labels/mount.ts';
import { mountLoans } from './loans/mount.ts';
import { lendingMigrations } from './migrations.ts';
import { mountPapers } from './papers/mount.ts';
import { mountPhotos } from './photos/mount.ts';
import { mountReminders } from './reminders/mount.ts';
import { mountReports } from './reports/mount.ts';
import { mountRetention } from './retention/mount.ts';
import { personBelongings } from './retention/person-belongings.ts';
import { mountSchools } from './schools/mount.ts';
import { mountSettings } from './settings/mount.ts';
import { mountSponsors } from './sponsors/mount.ts';
import { mountStocktakes } from './stocktake/mount.ts';
import { mountTests } from './tests/mount.ts';
import { mountThings } from './things/mount.ts';

/** What lending needs of other domains. */
export interface LendingNeeds {
  readonly accounts: Pick<Accounts, 'keep'>;
  readonly fleet: Fleet;
  readonly lessons: Pick<LessonCatalog, 'get'>;
}

/** Makes lending; see `Domain`. */
export function createLending({ accounts, fleet, lessons }: LendingNeeds): Lending {
  const events = new EventEmitter<LendingEvents>();
  const closing: (() => Promise<void> | void)[] = [];
  return {
    name: 'lending',
    migrations: lendingMigrations,
    events,

    async start(context: DomainContext) {
      const parts: LendingContext = {
        ...context,
        db: context.db.withTables() as LendingContext['db'],
        fleet,
        events,
        newId: randomUUID,
        lessonTitle: (lessonId, language) => lessons.get(lessonId)?.views[language].title,
      };
      const { smtpUrl, mailFrom } = context.config;
      // A demo writes to nobody.
      const mailer = smtpUrl && context.kind === 'real' ? smtpMailer(smtpUrl, mailFrom) : null;
      if (mailer) closing.push(() => mailer.close());
      await mountSettings(parts, mailer);
      await mountHistory(parts);
      await mountPhotos(parts);
      await mountSponsors(parts);
      await mountSchools(parts);
      await mountAssets(parts);
      await mountLabels(parts);
      await mountLoans(parts);
      await mountCalendar(parts);
      await mountPapers(parts, mailer);
      closing.push(await mountReminders(parts, mailer));
      await mountStocktakes(parts);
      await mountThings(parts);
      await mountExchange(parts);
      await mountTests(parts);
      await mountReports(parts);
      closing.push(await mountRetention(parts));
      accounts.keep(personBelongings(parts));
    },

    async stop() {
      for (const close of closing.splice(0).reverse()) await close();
    },
  };
}
