/** A moment as the browser's field for date and time takes it: `2026-11-23T15:30`, by this machine's clock. */
export function localText(at: number): string {
  const moment = new Date(at);
  return `${dayText(moment)}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** The day of a moment: `2026-11-23`. */
export function dayText(moment: Date): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Back from the field; null: it is empty or half typed. */
export function fromLocalText(text: string): number | null {
  const at = text ? new Date(text).getTime() : Number.NaN;
  return Number.isFinite(at) ? at : null;
}

/** A day with an hour of the day, by this machine's clock. */
export function momentOf(day: string, hour: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, hour).getTime();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
