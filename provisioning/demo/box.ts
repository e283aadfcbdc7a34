/** Draws lines of text in a box for the terminal; an empty string is a rule between sections. */
export function box(title: string, lines: readonly string[]): string {
  const width = Math.max(title.length + 2, ...lines.map((line) => line.length)) + 2;
  const rows = lines.map((line) => (line === '' ? `├${'─'.repeat(width)}┤` : `│ ${line.padEnd(width - 1)}│`));
  return [`╭─ ${title} ${'─'.repeat(width - title.length - 3)}╮`, ...rows, `╰${'─'.repeat(width)}╯`].join(
    '\n',
  );
}
