import { endpoints } from '../../api/contract/endpoints.ts';
import { HttpProblem, refusal } from '../../api/http-problem.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';
import { commonPlaces } from '../papers/place-names.ts';
import { dueReminders } from '../reminders/due-reminders.ts';
import { settingsProblem } from './settings-problem.ts';
import { readSettings, writeSettings } from './settings-store.ts';

/** Puts the endpoints of the association’s settings into service. */
export async function mountSettings(context: LendingContext, mailer: Mailer | null): Promise<void> {
  const { db, mount, now, newId, events } = context;
  const mail = mailer !== null;

  const view = async () => {
    const { settings, version } = await readSettings(db);
    const due = await dueReminders(db, { now: now(), mail });
    const unsent = due.filter(({ state }) => state === 'due').length;
    return { ...settings, mail, version, unsent, places: [...commonPlaces] };
  };

  mount.endpoint(endpoints.settings, view);

  mount.endpoint(endpoints.saveSettings, async ({ body: { version, ...settings }, person }) => {
    const wrong = settingsProblem(settings);
    if (wrong) throw new HttpProblem(422, wrong);
    await db.transaction().execute(async (trx) => {
      if (!(await writeSettings(trx, settings, version))) throw changedMeanwhile();
      await record(trx, {
        id: newId(),
        at: now(),
        by: person.id,
        kind: 'settings.changed',
        de: 'Einstellungen geändert',
        en: 'Settings changed',
        facts: { version: version + 1 },
      });
    });
    events.emit('changed', 'settings', 'settings');
    return view();
  });
}

function changedMeanwhile(): HttpProblem {
  return refusal(
    409,
    'settings-changed',
    'Jemand hat die Einstellungen inzwischen geändert. Laden Sie sie neu und tragen Sie Ihre Änderung noch einmal ein.',
    'Somebody has changed the settings in the meantime. Reload them and enter your change again.',
  );
}
