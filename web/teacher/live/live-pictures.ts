import { PictureStore } from './picture-store.ts';
import type { StackDrawer } from './stack-drawer.ts';

/** The pictures of one class page. Blockly comes with the first of them, and its hidden workspace goes with `dispose`. */
export class LivePictures {
  readonly store: PictureStore;
  #drawer: StackDrawer | undefined;

  constructor() {
    this.store = new PictureStore(
      async () => {
        if (!this.#drawer) {
          const { StackDrawer } = await import('./stack-drawer.ts');
          this.#drawer ??= new StackDrawer();
        }
        return this.#drawer;
      },
      () => new Promise((done) => setTimeout(done)),
    );
  }

  dispose(): void {
    this.#drawer?.dispose();
    this.#drawer = undefined;
  }
}
