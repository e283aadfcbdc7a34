import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import './blocks-editor.ts';

/**
 * Two versions of the work, side by side, and the choice. Fires `chosen` with `mine` or `theirs`. Without a
 * shadow root, for the sake of the blocks in it.
 */
@localized()
@customElement('sb-conflict')
export class SbConflict extends LitElement {
  @property({ attribute: false }) mine: Blocks = {};
  @property({ attribute: false }) theirs: Blocks = {};
  @property({ attribute: false }) wiring: Wiring = { parts: [] };

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    return html`<p>${msg('Deine Arbeit wurde an zwei Stellen geändert. Welche Fassung möchtest du behalten?')}</p>
      <div class="versions">
        ${this.version('mine', msg('Diese Seite'), msg('Diese behalten'), this.mine)}
        ${this.version('theirs', msg('Die andere Seite'), msg('Die andere nehmen'), this.theirs)}
      </div>`;
  }

  private version(which: 'mine' | 'theirs', title: string, action: string, blocks: Blocks) {
    return html`<section>
      <h3>${title}</h3>
      <sb-blocks read-only .blocks=${blocks} .wiring=${this.wiring}></sb-blocks>
      <button type="button" data-test="conflict-${which}" @click=${() => this.choose(which)}>${action}</button>
    </section>`;
  }

  private choose(which: 'mine' | 'theirs'): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: which, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-conflict': SbConflict;
  }
}
