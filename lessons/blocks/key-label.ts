/** What a key is called in a dropdown: the letter on it, or a text of ours. */
export function keyLabel(key: string): string {
  return key.length === 1 ? key.toUpperCase() : `%{BKY_STECKBRETT_KEY_${key.toUpperCase()}}`;
}
