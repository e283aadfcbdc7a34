import type { Blocks } from '../../server/live/contract/live.ts';

/** Whether two workspaces hold the same work, whatever the order of their keys. */
export function sameBlocks(one: Blocks, other: Blocks): boolean {
  try {
    return one === other || canonical(one) === canonical(other);
  } catch {
    // Too deep to be compared: taken for a change, it is at least not left unsaved in silence.
    return false;
  }
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
