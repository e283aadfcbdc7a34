const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** How long ago `then` was at `now` (both ms since 1970), in words: "vor 3 Minuten"; null within the last minute. */
export function timeAgo(then: number, now: number, language: 'de' | 'en'): string | null {
  const age = now - then;
  const step = steps.find((one) => age >= one.ms);
  if (!step) return null;
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(
    -Math.floor(age / step.ms),
    step.unit,
  );
}
