import { localized, msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../photos/photos.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Condition } from '../../../server/api/contract/lending/assets.ts';
import type { Candidate, Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { LoanDialog, type LoanQuestion } from './loan-dialog.ts';
import { byCode } from './loan-items.ts';

/** A thing that broke in the middle of a loan is exchanged for another of its kind that is free. Fires `close`. */
@customElement('sb-exchange-dialog')
@localized()
export class ExchangeDialog extends LoanDialog {
  @state() private itemId = '';
  @state() private candidates: readonly Candidate[] | null = null;
  @state() private assetId = '';
  @state() private condition: Exclude<Condition, 'retired'> = 'repair';
  @state() private photoIds: readonly string[] = [];
  @state() private problem: Problem | null = null;

  protected override question(): LoanQuestion {
    const out = this.loan.itemList.filter(({ state }) => state === 'out').toSorted(byCode);
    return {
      heading: msg('Austauschen'),
      fields: html`<div class="field">
          <label for="item">${msg('Was geht weg?')}</label>
          <select
            id="item"
            required
            data-test="exchange-item"
            .value=${this.itemId}
            @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
          >
            <option value="">${msg('Bitte wählen')}</option>
            ${out.map((item) => html`<option value=${item.id}>${item.asset.code} ${item.asset.name}</option>`)}
          </select>
        </div>
        ${this.renderConditions()} ${this.itemId ? this.renderCandidates() : nothing}
        <div class="field">
          <label for="reason">${msg('Was ist passiert?')}</label>
          <input id="reason" name="reason" maxlength="200" autocomplete="off" data-test="exchange-reason" />
        </div>
        ${this.condition === 'repair' ? this.renderPhotos() : nothing}`,
      go: msg('Austauschen'),
      goTest: 'exchange-go',
      incomplete: !this.assetId,
      problem: this.problem,
    };
  }

  private renderPhotos() {
    return html`<sb-photos
      canAdd
      .loanId=${this.loan.id}
      .ids=${this.photoIds}
      @photo=${(event: CustomEvent<string>) => {
        this.photoIds = [...this.photoIds, event.detail].slice(0, 10);
      }}
    ></sb-photos>`;
  }

  private renderConditions() {
    const choices: readonly [typeof this.condition, string][] = [
      ['repair', msg('kaputt')],
      ['lost', msg('verloren')],
      ['usable', msg('in Ordnung')],
    ];
    return html`<div class="row" role="radiogroup" aria-label=${msg('Wie ist es?')}>
      ${choices.map(
        ([value, words]) => html`<label class="choice">
          <input
            type="radio"
            name="condition"
            value=${value}
            data-test="exchange-${value}"
            .checked=${this.condition === value}
            @change=${() => {
              this.condition = value;
            }}
          />${words}
        </label>`,
      )}
    </div>`;
  }

  private renderCandidates() {
    if (!this.candidates) return html`<p role="status">${msg('Ersatz wird gesucht …')}</p>`;
    if (this.candidates.length === 0)
      return html`<p class="note">${msg('Von dieser Art ist gerade nichts frei.')}</p>`;
    return html`<div class="field">
      <label for="asset">${msg('Was kommt dafür?')}</label>
      <select
        id="asset"
        required
        data-test="exchange-asset"
        .value=${this.assetId}
        @change=${(event: Event) => {
          this.assetId = (event.target as HTMLSelectElement).value;
        }}
      >
        <option value="">${msg('Bitte wählen')}</option>
        ${this.candidates.map(
          ({ asset }) => html`<option value=${asset.id}>
            ${asset.code} ${asset.name}${asset.parent ? ` (${asset.parent.code})` : ''}${asset.place ? `, ${asset.place}` : ''}
          </option>`,
        )}
      </select>
    </div>`;
  }

  private async choose(itemId: string): Promise<void> {
    this.itemId = itemId;
    this.assetId = '';
    this.candidates = null;
    this.problem = null;
    const item = this.loan.itemList.find(({ id }) => id === itemId);
    if (!item) return;
    try {
      const { candidates } = await call(
        'availability',
        {},
        {
          startsAt: Date.now(),
          endsAt: Math.max(this.loan.endsAt, Date.now() + 3_600_000),
          kind: item.asset.kind,
          loanId: this.loan.id,
        },
      );
      if (this.itemId !== itemId) return;
      const here = new Set(this.loan.itemList.map(({ asset }) => asset.id));
      this.candidates = candidates.filter(
        ({ asset, free }) => free && asset.condition === 'usable' && !here.has(asset.id),
      );
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  protected override step(form: FormData): Promise<Loan> {
    const { itemId, assetId, condition } = this;
    const { id: loanId, version } = this.loan;
    return call(
      'exchangeItem',
      { loanId },
      {
        version,
        itemId,
        assetId,
        reason: String(form.get('reason') ?? '').trim(),
        condition,
        photoIds: condition === 'repair' ? [...this.photoIds] : [],
      },
    );
  }

  static override styles = [
    LoanDialog.styles,
    css`
      .choice {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        min-height: var(--sb-touch);
        padding-inline: var(--sb-space-3);
        border: 1.5px solid var(--sb-line);
        border-radius: var(--sb-radius);
        cursor: pointer;
      }

      .choice:has(:checked) {
        border-color: var(--sb-action);
        background: var(--sb-action-soft);
      }

      .choice input {
        width: 1.3rem;
        min-height: 1.3rem;
        accent-color: var(--sb-action);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-exchange-dialog': ExchangeDialog;
  }
}
