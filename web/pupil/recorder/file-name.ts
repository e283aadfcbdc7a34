const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** "steckbrett-blinken-14-05-09.csv": the lesson and the time of day by the page's clock. */
export function fileName(lesson: string, now: Date, ending: 'csv' | 'png'): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const name = lesson
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('-');
  return `${['steckbrett', name, time].filter((part) => part !== '').join('-')}.${ending}`;
}

/** Gives the browser a file to keep. */
export function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
