import type { Wiring } from '../../device/contract/wiring.ts';
import { language } from '../locales/locale.ts';
import type { BlockAdvice } from './code/block-advice.ts';
import type { CodeEditor } from './code/code-of.ts';

/** The rules' words on the blocks, loaded when the page has time: without them one builds as well. */
export class WorkAdvice {
  #advice: BlockAdvice | undefined;
  #said = '';

  /** Looks at the blocks from now on. Does not throw. */
  async open(editor: CodeEditor | null, wiring: Wiring): Promise<void> {
    try {
      const { advise } = await import('./code/block-advice.ts');
      if (editor) this.#advice ??= advise(editor, wiring);
    } catch {
      // Without a connection nothing is said.
    }
  }

  /** Looks anew when the wiring or the page's language is another one. */
  follow(wiring: Wiring): void {
    if (!this.#advice) return;
    const now = `${language()} ${JSON.stringify(wiring)}`;
    if (now === this.#said) return;
    this.#said = now;
    this.#advice.use(wiring);
  }

  close(): void {
    this.#advice?.close();
    this.#advice = undefined;
  }
}
