import { endpoints, fileEndpoints, uploadEndpoints } from '../../api/contract/endpoints.ts';
import type { DayNote } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext } from '../interface.ts';
import { addDays, dayOf } from '../loans/local-time.ts';
import { readSettings } from '../settings/settings-store.ts';
import { dayNotes } from './day-notes.ts';
import { type FeedScope, feedToken, readFeedToken, renewFeeds } from './feed-address.ts';
import { readCalendar } from './read-calendar.ts';
import { readSchoolHolidays } from './school-holidays.ts';
import { writeFeed } from './write-feed.ts';

const longest = 800;

/** Puts the endpoints of calendar, holidays and feeds into service. */
export async function mountCalendar(context: LendingContext): Promise<void> {
  const { mount, db, now, newId, events, addresses } = context;

  const feedAddress = async (scope: FeedScope) =>
    `${addresses.web()}/api/feeds/${await feedToken(db, scope)}.ics`;

  mount.endpoint(endpoints.calendar, async ({ body }) => {
    const from = dayOf(body.from);
    if (body.to <= body.from || dayOf(body.to) > addDays(from, longest)) throw spanInvalid();
    const { settings } = await readSettings(db);
    return {
      rows: await readCalendar(db, body, now()),
      days: await dayNotes(db, null, from, dayOf(body.to)),
      bufferDays: settings.bufferDays,
    };
  });

  mount.endpoint(endpoints.feeds, async ({ body: { schoolId, assetId } }) => {
    const scope: FeedScope = assetId
      ? { of: 'asset', id: assetId }
      : schoolId
        ? { of: 'school', id: schoolId }
        : { of: 'all' };
    return { url: await feedAddress(scope) };
  });
  mount.endpoint(endpoints.myFeed, async ({ person }) => {
    if (!person.school) throw schoolNeeded();
    return { url: await feedAddress({ of: 'school', id: person.school.id }) };
  });
  mount.endpoint(endpoints.renewFeeds, async () => {
    await renewFeeds(db);
    return {};
  });
  mount.file(fileEndpoints.feed, async ({ params }) => {
    const scope = await readFeedToken(db, params.token);
    if (!scope) throw feedUnknown();
    const text = await writeFeed(db, scope, now());
    return { type: 'text/calendar; charset=utf-8', name: 'leihen.ics', bytes: Buffer.from(text) };
  });

  mount.endpoint(endpoints.schoolHolidays, async () => {
    const calendars = await db.selectFrom('holiday_calendar').selectAll().orderBy('name').execute();
    const days = await db.selectFrom('holiday').selectAll().orderBy('starts_on').execute();
    const byCalendar = Map.groupBy(days, ({ calendar_id }) => calendar_id);
    return {
      calendars: calendars.map(({ id, name, land }) => ({
        id,
        name,
        land,
        days: (byCalendar.get(id) ?? []).map(
          (one): DayNote => ({
            startsOn: one.starts_on,
            endsOn: one.ends_on,
            name: one.name,
            kind: 'school',
          }),
        ),
      })),
    };
  });
  mount.upload(uploadEndpoints.importSchoolHolidays, async ({ body, bytes }) => {
    const days = readSchoolHolidays(bytes);
    const id = newId();
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto('holiday_calendar')
        .values({ id, ...body, imported_at: now() })
        .execute();
      for (let first = 0; first < days.length; first += 500) {
        await trx
          .insertInto('holiday')
          .values(
            days.slice(first, first + 500).map(({ name, startsOn, endsOn }) => ({
              calendar_id: id,
              name,
              starts_on: startsOn,
              ends_on: endsOn,
            })),
          )
          .execute();
      }
    });
    events.emit('changed', 'settings', id);
    return { days: days.length };
  });
  mount.endpoint(endpoints.removeSchoolHolidays, async ({ params: { calendarId } }) => {
    await db.transaction().execute(async (trx) => {
      await trx.deleteFrom('holiday').where('calendar_id', '=', calendarId).execute();
      await trx.deleteFrom('holiday_calendar').where('id', '=', calendarId).execute();
    });
    events.emit('changed', 'settings', calendarId);
    return {};
  });
}

function spanInvalid(): Error {
  return refusal(
    400,
    'time-invalid',
    'Der Kalender zeigt höchstens zwei Jahre auf einmal. Wählen Sie eine kürzere Zeit.',
    'The calendar shows two years at once at most. Choose a shorter time.',
  );
}

function schoolNeeded(): Error {
  return refusal(
    400,
    'school-needed',
    'Ihr Konto gehört zu keiner Schule, deren Leihen sich abonnieren ließen. Bitten Sie den Verein, das zu ändern.',
    'Your account belongs to no school whose loans could be subscribed to. Ask the association to change that.',
  );
}

function feedUnknown(): Error {
  return refusal(
    404,
    'feed-unknown',
    'Diese Kalender-Adresse gilt nicht mehr. Holen Sie sich im Kalender von Steckbrett eine neue.',
    'This calendar’s address is no longer valid. Get a new one from Steckbrett’s calendar.',
  );
}
