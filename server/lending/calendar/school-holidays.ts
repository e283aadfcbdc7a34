import ICAL from 'ical.js';
import { refusal } from '../../api/http-problem.ts';
import { addDays, dayOf } from '../loans/local-time.ts';

/** A time without lessons; both days are part of it. */
export interface Holiday {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

const most = 2000;

/**
 * Reads school holidays from an iCal file, as the Länder and calendar sites give them away: each event's days and name.
 *
 * @throws HttpProblem `calendar-unreadable`, `calendar-empty`, `calendar-too-long`.
 */
export function readSchoolHolidays(bytes: Uint8Array): Holiday[] {
  const events = parse(new TextDecoder().decode(bytes)).getAllSubcomponents('vevent');
  if (events.length > most) throw tooLong();
  const holidays = events.flatMap((event) => holidayOf(new ICAL.Event(event)) ?? []);
  if (holidays.length === 0) throw empty();
  return holidays;
}

function parse(text: string): ICAL.Component {
  try {
    const component = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, '')));
    if (component.name === 'vcalendar') return component;
  } catch {
    // Whatever is wrong with it, the sentence is the same.
  }
  throw refusal(
    400,
    'calendar-unreadable',
    'Diese Datei ist kein Kalender, der sich lesen lässt. Laden Sie die Ferien als iCal-Datei (.ics) herunter und wählen Sie diese.',
    'This file is no calendar that can be read. Download the holidays as an iCal file (.ics) and choose that one.',
  );
}

/** undefined: it has no day or no name. */
function holidayOf(event: ICAL.Event): Holiday | undefined {
  try {
    const { startDate, endDate, summary } = event;
    if (!startDate || !summary) return undefined;
    const startsOn = dayIn(startDate);
    // The end of whole days is the day after the last.
    const last = endDate?.isDate && endDate.compare(startDate) > 0 ? addDays(dayIn(endDate), -1) : undefined;
    const endsOn = last ?? (endDate && !endDate.isDate ? dayIn(endDate) : startsOn);
    if (!/^\d{4}-\d\d-\d\d$/.test(startsOn) || endsOn < startsOn) return undefined;
    return { name: summary.trim().slice(0, 120), startsOn, endsOn };
  } catch {
    return undefined;
  }
}

/** The local day; a time without zone is local already. */
function dayIn(time: ICAL.Time): string {
  const plain = time.toString().slice(0, 10);
  return time.isDate || time.zone !== ICAL.Timezone.utcTimezone ? plain : dayOf(time.toJSDate().getTime());
}

function empty(): Error {
  return refusal(
    400,
    'calendar-empty',
    'In diesem Kalender stehen keine Tage mit Namen. Prüfen Sie, ob es die Datei mit den Ferien ist.',
    'There are no days with names in this calendar. Check whether it is the file with the holidays.',
  );
}

function tooLong(): Error {
  return refusal(
    400,
    'calendar-too-long',
    `In diesem Kalender stehen mehr als ${most} Einträge. Nehmen Sie einen, in dem nur Ferien stehen.`,
    `There are more than ${most} entries in this calendar. Take one that has holidays only.`,
  );
}
