/**
 * The links of some safe HTML that lead nowhere: addresses that are none, and links that the Markdown reader refused and
 * left in the text. Nothing is fetched.
 */
export function brokenLinks(html: string): string[] {
  const addresses = [...html.matchAll(/<a\s[^>]*href="([^"]*)"/g)].map(([, address]) =>
    (address ?? '').replaceAll('&amp;', '&'),
  );
  const words = html.replace(/<(code|pre)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
  const refused = [...words.matchAll(/\]\(([^)\s]*)/g)].map(([, address]) => address ?? '');
  return [...addresses.filter((address) => !isAddress(address)), ...refused];
}

function isAddress(address: string): boolean {
  if (address.startsWith('mailto:')) return /^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address);
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return ['http:', 'https:'].includes(protocol) && /^[^.]+(\.[^.]+)+$/.test(hostname);
}
