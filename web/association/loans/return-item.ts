import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './return-test.ts';
import '../photos/photos.ts';
import '../../ui/problem-note.ts';
import type { Loan, LoanItem } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { type LendingIcon, lendingIcon } from '../../ui/lending-icons.ts';
import { type LineIcon, lineIcon } from '../../ui/line-icons.ts';
import { kindIcon } from './kind-icon.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';
import { newRequestId } from './request-id.ts';

type Fate = 'back' | 'damaged' | 'missing';

/** One thing at its return: fine, missing or damaged, with a remark and photos where something is wrong. */
@customElement('sb-return-item')
@localized()
export class ReturnItem extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) item!: LoanItem;
  /** The return is over. */
  @property({ type: Boolean }) locked = false;

  /** What is being described and not saved yet. */
  @state() private describing: Exclude<Fate, 'back'> | null = null;
  @state() private remark = '';
  @state() private photoIds: readonly string[] = [];
  private readonly stepping = new LoanStepping(this);

  protected override render() {
    const { asset, state, test, remark } = this.item;
    return html`<div class="line" data-test="return-item" data-code=${asset.code} data-state=${state}>
        <span class="what">
          <span class="icon">${kindIcon(asset.kind)}</span><span class="code">${asset.code}</span>
          <span class="name">${asset.name}</span>
          ${test ? html`<sb-return-test .test=${test}></sb-return-test>` : nothing}
        </span>
        <span class="fates" role="group" aria-label="${asset.code} ${asset.name}">
          ${this.renderFate('back', msg('ok'), 'check')} ${this.renderFate('damaged', msg('beschädigt'), 'wrench')}
          ${this.renderFate('missing', msg('fehlt'), 'x')}
        </span>
        ${remark && !this.describing ? html`<p class="remark">${remark}</p>` : nothing}
      </div>
      ${this.describing ? this.renderDescription(this.describing) : nothing}
      <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>`;
  }

  private renderFate(fate: Fate, words: string, icon: LineIcon | LendingIcon) {
    const { state } = this.item;
    return html`<button
      class="button"
      type="button"
      data-test="fate-${fate}"
      data-fate=${fate}
      aria-pressed=${this.describing ? this.describing === fate : state === fate}
      ?disabled=${this.locked || this.stepping.busy}
      @click=${() => this.choose(fate)}
    >
      ${icon === 'wrench' ? lendingIcon(icon) : lineIcon(icon as LineIcon)}<span>${words}</span>
    </button>`;
  }

  private renderDescription(fate: Exclude<Fate, 'back'>) {
    return html`<form class="describe" @submit=${this.onSubmit}>
      <div class="field">
        <label for="remark">${fate === 'damaged' ? msg('Was ist kaputt?') : msg('Was ist bekannt?')}</label>
        <input
          id="remark"
          maxlength="200"
          autocomplete="off"
          data-test="fate-remark"
          .value=${this.remark}
          @input=${(event: InputEvent) => {
            this.remark = (event.target as HTMLInputElement).value;
          }}
        />
      </div>
      ${
        fate === 'damaged'
          ? html`<sb-photos
              canAdd
              .loanId=${this.loan.id}
              .ids=${this.photoIds}
              @photo=${(event: CustomEvent<string>) => {
                this.photoIds = [...this.photoIds, event.detail].slice(0, 10);
              }}
            ></sb-photos>`
          : nothing
      }
      <div class="row">
        <button class="button primary" data-test="fate-save" ?disabled=${this.stepping.busy}>${msg('Speichern')}</button>
        <button
          class="button"
          type="button"
          @click=${() => {
            this.describing = null;
          }}
        >
          ${msg('Abbrechen')}
        </button>
      </div>
    </form>`;
  }

  private choose(fate: Fate): void {
    if (fate !== 'back') {
      this.remark = this.item.remark;
      this.photoIds = this.item.photoIds;
      this.describing = fate;
      void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
      return;
    }
    this.describing = null;
    // A second press takes it back: it is still out there.
    if (this.item.state === 'back')
      void this.stepping.do(() =>
        call('undoReturn', { loanId: this.loan.id }, { itemId: this.item.id, state: 'out' }),
      );
    else void this.save('back', '', []);
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!this.describing) return;
    const photoIds = this.describing === 'damaged' ? [...this.photoIds] : [];
    if (await this.save(this.describing, this.remark.trim(), photoIds)) this.describing = null;
  }

  private save(state: Fate, remark: string, photoIds: string[]): Promise<Loan | null> {
    return this.stepping.do(() =>
      call(
        'returnItems',
        { loanId: this.loan.id },
        {
          requestId: newRequestId(),
          items: [{ itemId: this.item.id, state, remark, photoIds }],
          parts: [],
        },
      ),
    );
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-1) var(--sb-space-3);
        padding-block: var(--sb-space-2);
      }

      .what {
        display: flex;
        flex: 1 1 14rem;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-1) var(--sb-space-2);
        min-width: 0;
      }

      .icon {
        display: flex;
        color: var(--sb-good);
      }

      .fates {
        display: flex;
      }

      .fates .button {
        padding-inline: var(--sb-space-3);
        border-color: var(--sb-line-strong);
        border-radius: 0;
        font-weight: 500;
      }

      .fates .button + .button {
        margin-left: -1.5px;
      }

      .fates .button:first-child {
        border-radius: var(--sb-radius) 0 0 var(--sb-radius);
      }

      .fates .button:last-child {
        border-radius: 0 var(--sb-radius) var(--sb-radius) 0;
      }

      .fates [aria-pressed='true'] {
        position: relative;
        font-weight: 700;
      }

      .fates [data-fate='back'][aria-pressed='true'] {
        border-color: var(--sb-good);
        background: var(--sb-good-soft);
        color: var(--sb-good);
      }

      .fates [data-fate='damaged'][aria-pressed='true'],
      .fates [data-fate='missing'][aria-pressed='true'] {
        border-color: var(--sb-stop);
        background: var(--sb-stop-soft);
        color: var(--sb-stop-deep);
      }

      .remark {
        flex-basis: 100%;
        color: var(--sb-ink-quiet);
        font-size: var(--sb-text-s);
      }

      .describe {
        display: grid;
        gap: var(--sb-space-3);
        margin-bottom: var(--sb-space-3);
        padding: var(--sb-space-3);
        border-left: 4px solid var(--sb-stop);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface-sunk);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-return-item': ReturnItem;
  }
}
