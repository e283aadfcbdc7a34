import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Scanners type at once; people take longer between two keys, ms. */
const betweenKeys = 80;

/** Hears hardware scanners, which are keyboards that end with Enter, wherever the focus is but in a field. */
export class KeyScanner implements ReactiveController {
  readonly #found: (text: string) => void;
  #typed = '';
  #at = 0;

  constructor(host: ReactiveControllerHost, found: (text: string) => void) {
    this.#found = found;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKeydown);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKeydown);
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    const target = event.composedPath()[0];
    if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.timeStamp - this.#at > betweenKeys) this.#typed = '';
    this.#at = event.timeStamp;
    if (event.key.length === 1) this.#typed += event.key;
    if (event.key !== 'Enter' || this.#typed.length < 2) return;
    // Enter would press the button that has the focus.
    event.preventDefault();
    const text = this.#typed;
    this.#typed = '';
    this.#found(text);
  };
}
