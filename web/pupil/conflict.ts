import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import '../ui/block-picture.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { conflictStyles } from './keeping/conflict-styles.ts';
import { differenceWords } from './keeping/difference-words.ts';

/** Two versions of the work, side by side, and the choice. Fires `chosen` with `mine` or `theirs`. */
@customElement('sb-conflict')
@localized()
export class SbConflict extends LitElement {
  @property({ attribute: false }) mine: Blocks = {};
  @property({ attribute: false }) theirs: Blocks = {};
  @property({ attribute: false }) wiring: Wiring = { parts: [] };

  override render() {
    return html`<p>${msg('Deine Arbeit wurde an zwei Stellen geändert. Welche Fassung möchtest du behalten? Die andere bleibt in den Versionen.')}</p>
      <div class="versions">
        ${this.version('mine', msg('Diese Seite'), msg('Diese behalten'))}
        ${this.version('theirs', msg('Die andere Seite'), msg('Die andere nehmen'))}
      </div>`;
  }

  private version(which: 'mine' | 'theirs', title: string, action: string) {
    const [own, other] = which === 'mine' ? [this.mine, this.theirs] : [this.theirs, this.mine];
    return html`<section aria-label=${title}>
      <h3>${title}</h3>
      <p class="hint">${differenceWords(own, other)}</p>
      <div class="picture">
        <sb-block-picture .blocks=${own} .wiring=${this.wiring}></sb-block-picture>
      </div>
      <button type="button" class="button primary" data-test="conflict-${which}" @click=${() => this.choose(which)}>${action}</button>
    </section>`;
  }

  private choose(which: 'mine' | 'theirs'): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: which, bubbles: true }));
  }

  static override styles = [controlStyles, conflictStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-conflict': SbConflict;
  }
}
