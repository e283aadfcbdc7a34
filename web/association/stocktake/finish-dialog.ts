import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Stocktake } from '../../../server/api/contract/lending/stocktake.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { Sending } from '../../ui/sending.ts';
import type { StocktakeView } from './stocktake-view.ts';

/** Asks what becomes of the rest before a stocktake ends. Fires `finished` (`CustomEvent<Stocktake>`) and `close`. */
@customElement('sb-finish-stocktake')
@localized()
export class FinishStocktake extends LitElement {
  @property({ type: Boolean }) open = false;
  @property() stocktakeId = '';
  @property() place = '';
  @property({ attribute: false }) view: StocktakeView | null = null;

  private readonly sending = new Sending(this);
  @query('#lost') private lost!: HTMLInputElement | null;
  @query('#move') private move!: HTMLInputElement | null;

  protected override render() {
    const missing = this.view?.missing.length ?? 0;
    const movable = this.view?.unexpected.filter(({ asset }) => asset?.whereabouts === 'here').length ?? 0;
    return html`<sb-dialog-frame ?open=${this.open} heading=${msg('Inventur abschließen')} @close=${this.onClose}>
      <form @submit=${this.onSubmit}>
        <p>
          ${
            missing === 0
              ? msg('Alles ist da. Danach nimmt diese Inventur nichts mehr auf.')
              : missing === 1
                ? msg('1 Ding fehlt noch. Danach nimmt diese Inventur nichts mehr auf.')
                : msg(str`${missing} Dinge fehlen noch. Danach nimmt diese Inventur nichts mehr auf.`)
          }
        </p>
        ${
          missing > 0
            ? html`<label class="choice">
                <input id="lost" type="checkbox" data-test="mark-lost" />
                <span>${msg(str`Was fehlt, gilt als verloren (${missing})`)}</span>
              </label>`
            : nothing
        }
        ${
          movable > 0
            ? html`<label class="choice">
                <input id="move" type="checkbox" data-test="move-here" />
                <span>${msg(str`Was nicht erwartet war, hat seinen Ort jetzt in „${this.place}“ (${movable})`)}</span>
              </label>`
            : nothing
        }
        <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
        <div class="choices">
          <button class="button" type="button" @click=${this.onClose}>${msg('Weiter scannen')}</button>
          <button class="button primary" ?disabled=${this.sending.busy} data-test="finish-go">${msg('Abschließen')}</button>
        </div>
      </form>
    </sb-dialog-frame>`;
  }

  private onClose(): void {
    this.dispatchEvent(new Event('close'));
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    await this.sending.do(async () => {
      const detail: Stocktake = await call(
        'finishStocktake',
        { stocktakeId: this.stocktakeId },
        { markLost: this.lost?.checked ?? false, moveHere: this.move?.checked ?? false },
      );
      this.dispatchEvent(new CustomEvent('finished', { detail }));
    });
  }

  static override styles = [
    controlStyles,
    css`
      form {
        display: grid;
        gap: var(--sb-space-4);
      }

      .choice {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        min-height: var(--sb-touch);
      }

      .choice input {
        flex: none;
        width: 1.5rem;
        min-height: 1.5rem;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--sb-space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-finish-stocktake': FinishStocktake;
  }
}
