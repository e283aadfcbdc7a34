/** Longest nickname, as `nicknameSchema` of the API has it. */
const maxLength = 24;

/**
 * Makes a nickname unique in its class: a second "Fuchs" becomes "Fuchs 2". Names that differ only in case
 * count as the same, because a teacher who calls them out can't tell them apart.
 */
export function uniqueNickname(wanted: string, taken: Iterable<string>): string {
  const names = new Set([...taken].map(fold));
  if (!names.has(fold(wanted))) return wanted;
  for (let number = 2; ; number++) {
    const suffix = ` ${number}`;
    const name = `${cut(wanted, maxLength - suffix.length)}${suffix}`;
    if (!names.has(fold(name))) return name;
  }
}

function fold(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('de');
}

/** Cuts between whole characters: `slice` could leave half an emoji. */
function cut(name: string, units: number): string {
  let result = '';
  for (const character of name) {
    if (result.length + character.length > units) break;
    result += character;
  }
  return result.trimEnd();
}
