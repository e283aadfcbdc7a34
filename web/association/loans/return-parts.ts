import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './counted-part-picture.ts';
import '../../ui/count-stepper.ts';
import '../../ui/problem-note.ts';
import type { Loan, LoanPart } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';
import { partOwner } from './part-owner.ts';
import { newRequestId } from './request-id.ts';

interface Counted {
  readonly back: number;
  readonly damaged: number;
}

/** The counted parts of a kit at its return: how many are back, how many of those are broken. */
@customElement('sb-return-parts')
@localized()
export class ReturnParts extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) parts: readonly LoanPart[] = [];
  @property({ type: Boolean }) locked = false;

  /** What was counted here and is not saved. */
  @state() private counted: ReadonlyMap<string, Counted> = new Map();
  private readonly stepping = new LoanStepping(this);

  protected override render() {
    const saved = this.parts.every(({ back }) => back !== null) && this.counted.size === 0;
    return html`<h3>${msg('Gezählte Teile')}</h3>
      <ul>
        ${this.parts.map((part) => this.renderPart(part))}
      </ul>
      <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>
      <div class="row">
        ${
          saved
            ? html`<span class="chip" data-state="good">${lineIcon('check')}${msg('gezählt')}</span>`
            : html`<button
                class="button primary"
                type="button"
                data-test="parts-save"
                ?disabled=${this.locked || this.stepping.busy}
                @click=${this.save}
              >
                ${lineIcon('check')}${this.counted.size === 0 ? msg('Alles da') : msg('So gezählt')}
              </button>`
        }
      </div>`;
  }

  private renderPart(part: LoanPart) {
    const { back, damaged } = this.now(part);
    const lost = part.quantity - back;
    const owner = partOwner(part, this.parts, this.loan);
    const name = owner ? `${part.name} (${owner})` : part.name;
    return html`<li data-test="return-part" data-name=${part.name} data-lost=${lost}>
      <sb-counted-part-picture .icon=${part.icon} .name=${part.name}></sb-counted-part-picture>
      <span class="name">
        <strong>${name}</strong>
        <span class=${lost > 0 ? 'lost' : 'quiet-text'}>
          ${countWords(lost, part.quantity)}
        </span>
      </span>
      <span class="counts">
        <span class="hint" aria-hidden="true">${msg('zurück')}</span>
        <sb-count-stepper
          data-test="part-back"
          label=${msg(str`${name}: zurück`)}
          .value=${back}
          .most=${part.quantity}
          @count=${(event: CustomEvent<number>) => this.count(part, { back: event.detail, damaged: Math.min(damaged, event.detail) })}
        ></sb-count-stepper>
        <span class="hint" aria-hidden="true">${msg('davon kaputt')}</span>
        <sb-count-stepper
          data-test="part-damaged"
          label=${msg(str`${name}: davon kaputt`)}
          .value=${damaged}
          .most=${back}
          @count=${(event: CustomEvent<number>) => this.count(part, { back, damaged: event.detail })}
        ></sb-count-stepper>
      </span>
    </li>`;
  }

  private now(part: LoanPart): Counted {
    return this.counted.get(keyOf(part)) ?? { back: part.back ?? part.quantity, damaged: part.damaged };
  }

  private count(part: LoanPart, counted: Counted): void {
    if (!this.locked) this.counted = new Map(this.counted).set(keyOf(part), counted);
  }

  private async save(): Promise<void> {
    const parts = this.parts.map((part) => ({
      assetId: part.assetId,
      consumableId: part.consumableId,
      ...this.now(part),
    }));
    const done = await this.stepping.do(() =>
      call('returnItems', { loanId: this.loan.id }, { requestId: newRequestId(), items: [], parts }),
    );
    if (done) this.counted = new Map();
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-2);
        padding-top: var(--sb-space-3);
        border-top: 1px solid var(--sb-line);
      }

      h3 {
        font-size: var(--sb-text-m);
      }

      ul {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2) var(--sb-space-3);
      }

      .name {
        display: grid;
        flex: 1 1 8rem;
        min-width: 0;
      }

      .lost {
        color: var(--sb-stop-deep);
        font-weight: 650;
      }

      .counts {
        display: grid;
        grid-template-columns: auto auto;
        grid-auto-flow: column;
        grid-template-rows: auto auto;
        gap: 0 var(--sb-space-3);
      }
    `,
  ];
}

function countWords(lost: number, of: number): string {
  if (lost === 0) return of === 1 ? msg('da') : msg(str`alle ${of} da`);
  if (of === 1) return msg('fehlt');
  return lost === 1 ? msg(str`1 von ${of} fehlt`) : msg(str`${lost} von ${of} fehlen`);
}

function keyOf(part: LoanPart): string {
  return `${part.assetId} ${part.consumableId}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-return-parts': ReturnParts;
  }
}
