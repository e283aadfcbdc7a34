/** Where instants lie on a line of local days, all of them equally wide. */
export class DayScale {
  /** The first day's beginning, local. */
  readonly first: Date;
  readonly days: number;
  /** CSS pixels of a day. */
  readonly width: number;

  constructor(first: Date, days: number, width: number) {
    this.first = first;
    this.days = days;
    this.width = width;
  }

  get from(): number {
    return this.first.getTime();
  }

  get to(): number {
    return this.dayAt(this.days).getTime();
  }

  dayAt(index: number): Date {
    return new Date(this.first.getFullYear(), this.first.getMonth(), this.first.getDate() + index);
  }

  /** Pixels from the left; days of 23 and 25 hours are as wide as others. */
  x(at: number): number {
    const time = new Date(at);
    const midnight = new Date(time.getFullYear(), time.getMonth(), time.getDate());
    const index = Math.round((midnight.getTime() - this.from) / 86_400_000);
    return (index + (at - midnight.getTime()) / 86_400_000) * this.width;
  }
}

/** The same time of day so many local days later. */
export function daysLater(at: number, days: number): number {
  const time = new Date(at);
  time.setDate(time.getDate() + days);
  return time.getTime();
}

/** The Monday of a day's week, at midnight. */
export function mondayOf(at: number): Date {
  const time = new Date(at);
  return new Date(time.getFullYear(), time.getMonth(), time.getDate() - ((time.getDay() + 6) % 7));
}

/** `2026-11-22` of a local day. */
export function dayText(day: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
