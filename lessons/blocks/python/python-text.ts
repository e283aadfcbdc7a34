/** Control signs, line and paragraph ends, signs without a meaning or a look of their own; not the joiner of emoji. */
const unseen = /(?!\u200d)[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A Python string literal that stands for exactly this text and cannot be left by it. Half a surrogate pair, which a
 * Python file cannot hold, becomes the replacement sign.
 */
export function pythonString(text: string): string {
  const escaped = JSON.stringify(text.toWellFormed()).replace(unseen, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return escaped;
}

/** A text in one line, for a comment: nothing in it ends the line or turns its direction. */
export function inComment(text: string): string {
  return text.toWellFormed().replace(unseen, ' ').replace(/\s+/g, ' ').trim();
}

/** The nearest Python identifier. Python counts signs that look alike as the same (NFKC), so it is normalised first. */
export function pythonIdentifier(text: string): string {
  const letters = text
    .normalize('NFKC')
    .trim()
    // Newer editions of Unicode let joiners and dots into names, Python's may not.
    .replace(/[^\p{XID_Continue}]|[^\p{L}\p{M}\p{Nd}_]|[\u{10000}-\u{10ffff}]/gu, '_')
    .replace(/^_+/, '_')
    .normalize('NFKC');
  return /^[\p{XID_Start}_]/u.test(letters) ? letters : `_${letters}`;
}
