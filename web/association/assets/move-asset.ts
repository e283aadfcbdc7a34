import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './asset-choice.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Asset, AssetLine } from '../../../server/api/contract/lending/assets.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { Sending } from '../../ui/sending.ts';

/** Puts a thing into another by choosing that, or takes it out. Fires `changed` and `close`. */
@customElement('sb-move-asset')
@localized()
export class MoveAsset extends LitElement {
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) asset!: Asset;

  private readonly sending = new Sending(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('open')) this.sending.forget();
  }

  protected override render() {
    const { code, parent } = this.asset;
    return html`<sb-dialog-frame
      .open=${this.open}
      .heading=${msg(str`${code} umlegen`)}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      ${
        this.open
          ? html`<div class="body">
              ${
                parent
                  ? html`<button class="button" type="button" data-test="move-out" @click=${() => this.move(null)}>
                      ${lendingIcon('package-open')}${msg(str`Aus ${parent.code} ${parent.name} herausnehmen`)}
                    </button>`
                  : nothing
              }
              <p>${msg('Wohin? Wählen Sie ein Kit oder eine Kiste.')}</p>
              <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
              <sb-asset-choice
                @choose=${({ detail }: CustomEvent<AssetLine>) => this.move(detail.id)}
              ></sb-asset-choice>
            </div>`
          : nothing
      }
    </sb-dialog-frame>`;
  }

  private async move(parentId: string | null): Promise<void> {
    await this.sending.do(async () => {
      const moved = await call('moveAsset', { assetId: this.asset.id }, { parentId });
      this.dispatchEvent(new CustomEvent<Asset>('changed', { detail: moved }));
    });
  }

  static override styles = [
    controlStyles,
    css`
      .body {
        display: grid;
        gap: var(--sb-space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-move-asset': MoveAsset;
  }
}
