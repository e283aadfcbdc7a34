import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../association/photos/photos.ts';
import '../ui/dialog-frame.ts';
import '../ui/problem-note.ts';
import type { AssetLine } from '../../server/api/contract/lending/assets.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { formStyles } from '../ui/form-styles.ts';
import { Sending } from '../ui/sending.ts';

/** Says what is broken, with photos. Fires `reported` and `close`. */
@customElement('sb-report-damage')
@localized()
export class ReportDamage extends LitElement {
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) asset: AssetLine | null = null;

  @state() private photoIds: readonly string[] = [];
  private readonly sending = new Sending(this);
  @query('textarea') private field!: HTMLTextAreaElement;

  protected override render() {
    return html`<sb-dialog-frame ?open=${this.open} heading=${this.asset ? `${msg('Schaden melden')}: ${this.asset.code}` : msg('Schaden melden')} @close=${() => this.dispatchEvent(new Event('close'))}>
      <form @submit=${this.onSubmit}>
        <div class="field">
          <label for="text">${msg('Was ist kaputt oder fehlt?')}</label>
          <textarea id="text" rows="4" maxlength="1000" required data-test="damage-text"></textarea>
        </div>
        <sb-photos
          .assetId=${this.asset?.id ?? ''}
          .ids=${this.photoIds}
          canAdd
          @removed=${({ detail }: CustomEvent<string>) => {
            this.photoIds = this.photoIds.filter((id) => id !== detail);
          }}
          @photo=${({ detail }: CustomEvent<string>) => {
            this.photoIds = [...this.photoIds, detail].slice(-10);
          }}
        ></sb-photos>
        <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
        <button class="button primary" ?disabled=${this.sending.busy} data-test="damage-send">${msg('Meldung senden')}</button>
      </form>
    </sb-dialog-frame>`;
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.field.value.trim();
    const { asset } = this;
    if (!asset || text === '') return;
    const sent = await this.sending.do(() =>
      call('reportDamage', { code: asset.code }, { text, photoIds: [...this.photoIds] }),
    );
    if (!sent) return;
    this.field.value = '';
    this.photoIds = [];
    this.dispatchEvent(new Event('reported'));
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      form {
        display: grid;
        gap: var(--sb-space-4);
      }

    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-report-damage': ReportDamage;
  }
}
