/** A text as it is searched: lower case without accents, `Straße` as `strasse`, `Müller` as `mueller`. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A school's name as it is compared: letters and digits, so that `Schloß-Schule` is `Schlossschule`. */
export function plainName(name: string): string {
  return plainText(name).replace(/[^\p{Letter}\p{Number}]/gu, '');
}
