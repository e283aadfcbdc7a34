/** What a person wants: light, dark, or what their device asks for. */
export type SchemeWish = 'light' | 'dark' | 'device';

const storageKey = 'steckbrett.scheme';
/** On `window`, when the colours have changed. */
const changed = 'sb-scheme';
const device = () => matchMedia('(prefers-color-scheme: dark)');

/**
 * Sets the page's colours: a fixed scheme, or what the person chose in this browser, else light and dark as their
 * device asks for, also when that changes.
 */
export function startScheme(fixed?: 'light' | 'dark' | 'projector'): void {
  const root = document.documentElement;
  if (fixed) {
    root.dataset.schemeFixed = '';
    root.dataset.scheme = fixed;
    return;
  }
  device().addEventListener('change', show);
  // Another tab of this browser.
  addEventListener('storage', ({ key }) => key === storageKey && show());
  show();
}

/** The colours that are shown now. */
export function isDark(): boolean {
  return document.documentElement.dataset.scheme === 'dark';
}

/** Whether a person can choose on this page; paper and the projector have colours of their own. */
export function canChooseScheme(): boolean {
  return document.documentElement.dataset.schemeFixed === undefined;
}

/** Calls back whenever the colours have changed. @returns what ends that. */
export function watchScheme(listener: () => void): () => void {
  addEventListener(changed, listener);
  return () => removeEventListener(changed, listener);
}

/** What the person chose in this browser. */
export function schemeWish(): SchemeWish {
  // Where storage is forbidden, the page itself remembers until it is closed.
  const wish = document.documentElement.dataset.schemeWish ?? remembered();
  return wish === 'light' || wish === 'dark' ? wish : 'device';
}

/** Shows other colours at once, and remembers the choice in this browser. */
export function chooseScheme(wish: SchemeWish): void {
  try {
    localStorage.setItem(storageKey, wish);
  } catch {
    document.documentElement.dataset.schemeWish = wish;
  }
  show();
}

function show(): void {
  const wish = schemeWish();
  const dark = wish === 'device' ? device().matches : wish === 'dark';
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
  dispatchEvent(new Event(changed));
}

function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
