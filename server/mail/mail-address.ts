/**
 * Whether a text is one mail address and nothing else: without blanks, line ends, commas, brackets or quotes, so that no
 * second receiver and no header can hide in it.
 */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>(),;:\\"[\]\p{Cc}]{1,64}@[^\s@<>(),;:\\"[\]\p{Cc}]+\.[\p{L}\p{N}-]{2,}$/u.test(text)
  );
}

/** A header's text in one line: line ends and other control signs become blanks. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
