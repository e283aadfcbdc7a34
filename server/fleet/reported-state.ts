import type { Reported } from '../../device/contract/reported.ts';

/**
 * Whether a report says something older than what is known: a lower version of the same agent process. A
 * report of another process (`boot`) always counts, because versions begin anew with each process.
 */
export function isStaleReport(known: Reported | undefined, report: Reported): boolean {
  return known !== undefined && known.boot === report.boot && report.version < known.version;
}
