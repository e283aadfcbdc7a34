import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../photos/photos.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import { type Asset, type Condition, conditionSchema } from '../../../server/api/contract/lending/assets.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { conditionName } from './asset-words.ts';

/** How a thing is, to be changed: asked first where it can no longer be lent, and undone by a click. Fires `changed`. */
@customElement('sb-asset-condition')
@localized()
export class AssetCondition extends LitElement {
  @property({ attribute: false }) asset!: Asset;

  @state() private asked: Condition | null = null;
  @state() private undoable: { id: string; condition: Condition } | null = null;
  /** Ids of those that were taken for the change that is asked about. */
  @state() private photos: readonly string[] = [];
  private readonly sending = new Sending(this);

  protected override willUpdate(): void {
    if (this.undoable && this.undoable.id !== this.asset.id) this.undoable = null;
  }

  protected override render() {
    const { condition, code } = this.asset;
    return html`<div class="choice" role="group" aria-label=${msg('Zustand')}>
        ${conditionSchema.options.map(
          (one) => html`<button
            class="button"
            type="button"
            data-test="condition-${one}"
            aria-pressed=${one === condition}
            ?disabled=${this.sending.busy}
            @click=${() => this.choose(one)}
          >
            ${conditionName(one)}
          </button>`,
        )}
      </div>
      <sb-problem-note .problem=${this.asked ? null : this.sending.problem}></sb-problem-note>
      ${
        this.undoable
          ? html`<sb-notice tone="info">
              ${msg(str`${code} ist jetzt ${conditionName(condition)}.`)}
              <button
                slot="action"
                class="button"
                type="button"
                data-test="condition-undo"
                @click=${() => this.set(this.undoable?.condition ?? 'usable', true)}
              >
                ${msg('Rückgängig')}
              </button>
            </sb-notice>`
          : nothing
      }
      <sb-dialog-frame
        .open=${this.asked !== null}
        .heading=${this.asked ? msg(str`${code}: ${conditionName(this.asked)}?`) : ''}
        @close=${this.close}
      >
        ${this.asked ? this.renderQuestion(this.asked) : nothing}
      </sb-dialog-frame>`;
  }

  private renderQuestion(condition: Condition) {
    const words = {
      usable: '',
      repair: msg('Es kann nicht verliehen werden, bis es wieder in Ordnung ist.'),
      lost: msg(
        'Es kann nicht verliehen werden und zählt im Wert nicht mehr. Findet es sich wieder, ändern Sie es hier zurück.',
      ),
      retired: msg('Es wird nicht mehr verliehen. Sein Verlauf bleibt.'),
    }[condition];
    return html`<div class="ask">
      <p>${words}</p>
      <div class="field">
        <label for="reason">${msg('Warum? (steht dann im Verlauf)')}</label>
        <input id="reason" maxlength="200" autocomplete="off" data-test="condition-reason" />
      </div>
      <sb-photos
        canAdd
        .assetId=${this.asset.id}
        .ids=${this.photos}
        @photo=${({ detail }: CustomEvent<string>) => {
          this.photos = [...this.photos, detail];
        }}
      ></sb-photos>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${this.close}>${msg('Abbrechen')}</button>
        <button
          class="button primary"
          type="button"
          data-test="condition-go"
          ?disabled=${this.sending.busy}
          @click=${() => this.set(condition)}
        >
          ${msg(str`Ja, ${conditionName(condition)}`)}
        </button>
      </div>
    </div>`;
  }

  private choose(condition: Condition): void {
    if (condition === this.asset.condition) return;
    this.sending.forget();
    if (condition === 'usable') void this.set(condition);
    else {
      this.photos = [];
      this.asked = condition;
    }
  }

  private close(): void {
    this.asked = null;
    this.sending.forget();
  }

  private async set(condition: Condition, undo = false): Promise<void> {
    const { id, condition: was } = this.asset;
    const reason = this.renderRoot.querySelector<HTMLInputElement>('#reason')?.value.trim();
    await this.sending.do(async () => {
      const changed = await call(
        'changeAsset',
        { assetId: id },
        { condition, ...(reason && !undo ? { reason } : {}) },
      );
      this.undoable = undo ? null : { id, condition: was };
      this.asked = null;
      this.dispatchEvent(new CustomEvent<Asset>('changed', { detail: changed }));
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-2);
      }

      .choice {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
      }

      .choice .button {
        border-color: var(--sb-line);
        font-weight: 500;
      }

      .choice [aria-pressed='true'] {
        border-color: var(--sb-board);
        background: var(--sb-good-soft);
        font-weight: 650;
      }

      .ask {
        display: grid;
        gap: var(--sb-space-4);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-asset-condition': AssetCondition;
  }
}
