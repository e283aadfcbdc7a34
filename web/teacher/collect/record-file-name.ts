const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** `steckbrett-klasse-7b-2026-11-22.html`: the class, and the day on which it began, by the page's clock. */
export function recordFileName(className: string, startedAt: Date, ending: 'csv' | 'html'): string {
  const name = className
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${startedAt.getFullYear()}-${two(startedAt.getMonth() + 1)}-${two(startedAt.getDate())}`;
  return `${['steckbrett', name, day].filter((part) => part !== '').join('-')}.${ending}`;
}
