import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './pack-kit.ts';
import './scan-stage.ts';
import type { Loan, LoanItem } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { loanAsSaid } from './loan-as-said.ts';
import { groupItems, groupOf, type ItemGroup, itemByScan, leftFirst, progress } from './loan-items.ts';
import { loanAddress } from './loan-place.ts';
import { loanStyles } from './loan-styles.ts';
import type { ScanResult } from './scan-feedback.ts';
import { StepQueue } from './step-queue.ts';

/**
 * The pick list: scan one after the other; each is ticked at once and told to the server behind it, in the order of the
 * scans. What the server refuses loses its tick again, and says why; what does not reach it waits here.
 */
@customElement('sb-pack-page')
@localized()
export class PackPage extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  @state() private result: ScanResult | null = null;
  /** What is lent by itself and had the last scan. */
  @state() private now = '';
  private readonly queue: StepQueue = new StepQueue(this, {
    done: (step) => this.answered(step.code),
    refused: ({ code }, problem) => {
      this.result = { kind: 'refused', code, problem };
    },
  });

  protected override willUpdate(): void {
    this.queue.of(this.loan.id);
  }

  protected override render() {
    const loan = this.loanNow;
    const { done, of } = progress(loan, isPacked);
    const left = of - done;
    const open = loan.state === 'reserved' || loan.state === 'packed';
    return html`<sb-scan-stage
      .loan=${loan}
      heading=${msg('Packen')}
      hint=${msg('Etikett scannen oder Code tippen')}
      .done=${done}
      .of=${of}
      .shut=${open ? '' : msg('Diese Leihe wird gerade nicht gepackt.')}
      .result=${this.result}
      .waiting=${this.queue.unreached ? this.queue.steps.length : 0}
      @code=${this.onCode}
      @undo=${this.undo}
    >
      <span slot="figure" data-test="pack-left" data-left=${left}>
        ${left === 0 ? msg('Alles gepackt') : left === 1 ? msg('1 fehlt noch') : msg(str`${left} fehlen noch`)}
      </span>
      <span slot="words">${msg(str`${done} von ${of} gepackt`)}</span>
      ${left === 0 ? this.renderNext() : nothing}
      ${repeat(
        leftFirst(groupItems(loan), isAllPacked, this.now),
        ({ head }) => head.id,
        (group) => html`<sb-pack-kit
          .loan=${loan}
          .group=${group}
          ?now=${group.head.id === this.now}
          ?locked=${!open}
          @tick=${({ detail }: CustomEvent<LoanItem>) => this.set(detail, !isPacked(detail))}
        ></sb-pack-kit>`,
      )}
    </sb-scan-stage>`;
  }

  private renderNext() {
    // Only what the server knows to be packed can be handed over.
    if (this.loan.state !== 'packed') return nothing;
    return html`<a slot="next" class="button primary big" href=${loanAddress(this.loan.id, 'hand-over')} data-test="pack-done">
      ${lendingIcon('handshake')}${msg('Weiter zur Übergabe')}
    </a>`;
  }

  private get loanNow(): Loan {
    return loanAsSaid(this.loan, this.queue.steps);
  }

  private onCode(event: CustomEvent<string>): void {
    const text = event.detail;
    const item = itemByScan(this.loanNow, text);
    if (item && isPacked(item)) {
      event.preventDefault();
      this.result = { kind: 'again', code: item.asset.code, words: msg('war schon gepackt') };
    } else if (item) this.set(item, true);
    else {
      // The server knows what it is, and says why it is not in this box.
      event.preventDefault();
      this.queue.add({ what: 'pack', code: text.slice(0, 200), packed: true });
    }
  }

  private set(item: LoanItem, packed: boolean): void {
    const { code } = item.asset;
    this.queue.add({ what: 'pack', code, packed });
    const group = groupOf(groupItems(this.loanNow), item.id);
    this.now = group?.head.id ?? '';
    this.result = packed
      ? { kind: 'done', code, words: group ? wordsOf(group, item) : item.asset.name, itemId: item.id }
      : { kind: 'again', code, words: msg('nicht mehr gepackt') };
  }

  /** Something that this page did not know was packed all the same: somebody has just reserved it as well. */
  private answered(code: string): void {
    if (this.result?.code !== code && itemByScan(this.loan, code) === undefined)
      this.result = { kind: 'again', code, words: msg('gepackt') };
  }

  private undo(): void {
    const { result } = this;
    const item =
      result?.kind === 'done' ? this.loan.itemList.find(({ id }) => id === result.itemId) : undefined;
    if (item) this.set(item, false);
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];
}

function isPacked({ state }: LoanItem): boolean {
  return state !== 'reserved';
}

function isAllPacked({ head, inside }: ItemGroup): boolean {
  return [head, ...inside].every(isPacked);
}

/** What a scan means for its kit: `Raspberry Pi 4 · K7: noch P61, P62`. */
function wordsOf({ head, inside }: ItemGroup, { asset }: LoanItem): string {
  if (inside.length === 0) return asset.name;
  const left = [head, ...inside].filter((item) => !isPacked(item)).map((item) => item.asset.code);
  if (left.length === 0) return msg(str`${asset.name} · ${head.asset.code} ist vollständig`);
  const codes = left.length > 5 ? `${left.slice(0, 5).join(', ')} …` : left.join(', ');
  return msg(str`${asset.name} · in ${head.asset.code} fehlt noch: ${codes}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-pack-page': PackPage;
  }
}
