import ICAL from 'ical.js';
import type { LoanLine } from '../../api/contract/lending/loans.ts';
import { oneLine } from '../../mail/mail-address.ts';
import type { LendingDatabase } from '../interface.ts';
import { loanLines } from '../loans/loan-lines.ts';
import { endOfTime } from '../loans/local-time.ts';
import type { FeedScope } from './feed-address.ts';

const quarter = 91 * 86_400_000;
const hour = 3_600_000;

/** Loans as iCal, from a quarter ago on: school, number and codes, and nobody's name or address. */
export async function writeFeed(db: LendingDatabase, scope: FeedScope, now: number): Promise<string> {
  const rows = await db
    .selectFrom('loan')
    .selectAll()
    .where('state', 'in', ['reserved', 'packed', 'out', 'returned', 'closed'])
    .where('ends_at', '>', now - quarter)
    .$if(scope.of === 'school', (query) => query.where('school_id', '=', 'id' in scope ? scope.id : ''))
    .$if(scope.of === 'asset', (query) =>
      query.where('id', 'in', (of) =>
        of
          .selectFrom('loan_item')
          .select('loan_id')
          .where('asset_id', '=', 'id' in scope ? scope.id : '')
          .where('state', '<>', 'released'),
      ),
    )
    .orderBy('starts_at', 'desc')
    .limit(1000)
    .execute();
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Steckbrett//Leihen//DE');
  calendar.updatePropertyWithValue('x-wr-calname', 'Steckbrett: Leihen');
  for (let first = 0; first < rows.length; first += 500) {
    for (const loan of await loanLines(db, rows.slice(first, first + 500), now)) {
      calendar.addSubcomponent(eventOf(loan, now));
    }
  }
  return `${calendar.toString()}\r\n`;
}

function eventOf(loan: LoanLine, now: number): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const codes = loan.codes.join(', ');
  event.updatePropertyWithValue('uid', `${loan.id}@steckbrett`);
  event.updatePropertyWithValue('dtstamp', utc(now));
  event.updatePropertyWithValue('dtstart', utc(loan.startsAt));
  // A donation has no end; its hand-over takes an hour.
  event.updatePropertyWithValue('dtend', utc(loan.endsAt >= endOfTime ? loan.startsAt + hour : loan.endsAt));
  event.updatePropertyWithValue(
    'summary',
    `${codes && `${codes} · `}${oneLine(loan.school.name)} (${loan.number})${loan.overdue ? ' überfällig' : ''}`,
  );
  event.updatePropertyWithValue(
    'location',
    [loan.school.name, loan.school.city].map(oneLine).filter(Boolean).join(', '),
  );
  event.updatePropertyWithValue('status', loan.state === 'reserved' ? 'TENTATIVE' : 'CONFIRMED');
  event.updatePropertyWithValue('transp', 'TRANSPARENT');
  return event;
}

function utc(at: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(at), true);
}
