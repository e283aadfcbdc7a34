import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import { runsOfCodes } from '../../../server/api/contract/lending/code-runs.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { assetStyles } from './asset-styles.ts';

/** What was just added: its labels, more of it, or all of it taken back. Fires `more` and `close`. */
@customElement('sb-added-assets')
@localized()
export class AddedAssets extends LitElement {
  @property({ attribute: false }) added: readonly AssetLine[] = [];
  private readonly sending = new Sending(this);

  protected override render() {
    const { added } = this;
    return html`<ul class="plain names">
        ${added.slice(0, 12).map(({ code, name }) => html`<li><span class="code">${code}</span> ${name}</li>`)}
      </ul>
      ${added.length > 12 ? html`<p class="hint">${msg(str`und ${added.length - 12} weitere`)}</p>` : nothing}
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button quiet" type="button" data-test="add-undo" ?disabled=${this.sending.busy} @click=${this.undo}>
          ${lendingIcon('undo-2')}${msg('Rückgängig')}
        </button>
        <button class="button" type="button" data-test="add-more" @click=${() => this.dispatchEvent(new Event('more'))}>
          ${lineIcon('plus')}${msg('Noch mehr')}
        </button>
        <a
          class="button"
          data-test="add-labels"
          href="#labels/${runsOfCodes(added.map(({ code }) => code)).join(',')}"
          @click=${this.close}
          >${lendingIcon('tag')}${msg('Etiketten drucken')}</a
        >
        <button class="button primary" type="button" data-test="add-done" @click=${this.done}>${msg('Fertig')}</button>
      </div>`;
  }

  private async undo(): Promise<void> {
    const gone = await this.sending.do(() =>
      call('removeAssets', {}, { assetIds: this.added.map(({ id }) => id) }),
    );
    if (gone) this.dispatchEvent(new Event('more'));
  }

  private done(): void {
    const first = this.added[0];
    if (first) location.hash = `#assets/${first.id}`;
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  static override styles = [
    controlStyles,
    assetStyles,
    css`
      :host,
      .names {
        display: grid;
        gap: var(--sb-space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-added-assets': AddedAssets;
  }
}
