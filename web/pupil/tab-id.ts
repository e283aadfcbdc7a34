import { browserStorage } from './seat-store.ts';

const key = 'steckbrett.tab';

/** This tab's name, which a reload keeps. Not secret; plain HTTP has no `crypto.randomUUID`, hence the bytes. */
export function tabId(): string {
  const storage = browserStorage('sessionStorage');
  const known = storage?.getItem(key);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  const drawn = Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
  try {
    storage?.setItem(key, drawn);
  } catch {
    // Without storage a reload is a new tab.
  }
  return drawn;
}
