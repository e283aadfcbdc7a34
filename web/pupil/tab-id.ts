import { browserStorage } from './seat-store.ts';

const key = 'steckbrett.tab';

/**
 * This tab's name, which a reload keeps. Not secret; plain HTTP has no `crypto.randomUUID`, hence the bytes.
 *
 * It is stored only while the page is away: a browser that duplicates a tab copies its storage, and two tabs of one
 * name would each take the other's saves for its own.
 */
export function tabId(): string {
  const storage = browserStorage('sessionStorage');
  const id = storage?.getItem(key) ?? drawId();
  storage?.removeItem(key);
  addEventListener('pagehide', () => {
    try {
      storage?.setItem(key, id);
    } catch {
      // Without storage a reload is a new tab.
    }
  });
  addEventListener('pageshow', () => storage?.removeItem(key));
  return id;
}

function drawId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}
