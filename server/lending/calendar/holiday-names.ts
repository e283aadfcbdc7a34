import type { Holiday } from 'feiertagejs';

/** What Germany's public holidays are called in English; `feiertagejs` knows their German names only. */
const english: Readonly<Record<string, string>> = {
  NEUJAHRSTAG: 'New Year’s Day',
  HEILIGEDREIKOENIGE: 'Epiphany',
  WELTFRAUENTAG: 'International Women’s Day',
  KARFREITAG: 'Good Friday',
  OSTERSONNTAG: 'Easter Sunday',
  OSTERMONTAG: 'Easter Monday',
  TAG_DER_ARBEIT: 'Labour Day',
  TAG_DER_BEFREIUNG: 'Liberation Day',
  CHRISTIHIMMELFAHRT: 'Ascension Day',
  PFINGSTSONNTAG: 'Whit Sunday',
  PFINGSTMONTAG: 'Whit Monday',
  FRONLEICHNAM: 'Corpus Christi',
  AUGSBURGER_FRIEDENSFEST: 'Augsburg Peace Festival',
  MARIAHIMMELFAHRT: 'Assumption Day',
  WELTKINDERTAG: 'World Children’s Day',
  DEUTSCHEEINHEIT: 'German Unity Day',
  REFORMATIONSTAG: 'Reformation Day',
  ALLERHEILIGEN: 'All Saints’ Day',
  BUBETAG: 'Day of Repentance and Prayer',
  ERSTERWEIHNACHTSFEIERTAG: 'Christmas Day',
  ZWEITERWEIHNACHTSFEIERTAG: 'Boxing Day',
};

/** A public holiday's name in both languages. */
export function holidayNames(holiday: Pick<Holiday, 'name' | 'translate'>): { name: string; nameEn: string } {
  const name = holiday.translate('de') ?? holiday.name;
  return { name, nameEn: english[holiday.name] ?? name };
}
