import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './pi-tests.ts';
import './return-kit.ts';
import './scan-stage.ts';
import './signing.ts';
import { problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Loan, LoanItem } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { loanAsSaid } from './loan-as-said.ts';
import {
  groupItems,
  groupOf,
  type ItemGroup,
  isBack,
  itemByScan,
  leftFirst,
  presentItems,
  progress,
} from './loan-items.ts';
import { loanAddress } from './loan-place.ts';
import { loanStyles } from './loan-styles.ts';
import { newRequestId } from './request-id.ts';
import type { ReturnKit } from './return-kit.ts';
import { type ReturnNext, returnNext } from './return-next.ts';
import type { ScanResult } from './scan-feedback.ts';
import { StepQueue } from './step-queue.ts';

/**
 * The return: scan or tap what is there, say what is broken or missing, count the parts, let the Pis test themselves,
 * sign. Each is saved as it is said, so that half a return is a return of half; what is next stands at the side.
 */
@customElement('sb-return-page')
@localized()
export class ReturnPage extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private result: ScanResult | null = null;
  /** What is lent by itself and had the last scan or press. */
  @state() private now = '';
  private readonly queue: StepQueue = new StepQueue(this, {
    refused: ({ code }, why) => {
      this.result = { kind: 'refused', code, problem: why };
    },
  });

  protected override willUpdate(): void {
    this.queue.of(this.loan.id);
  }

  protected override render() {
    const loan = this.loanNow;
    const { done, of } = progress(loan, isBack);
    const open = loan.state === 'out' || loan.state === 'returned';
    const next = returnNext(loan);
    return html`<sb-scan-stage
      .loan=${loan}
      heading=${msg('Zurücknehmen')}
      hint=${msg('Scannen, was wieder da ist')}
      .done=${done}
      .of=${of}
      .shut=${open ? '' : msg('Diese Leihe ist nicht draußen.')}
      .result=${this.result}
      .waiting=${this.queue.unreached ? this.queue.steps.length : 0}
      @code=${this.onCode}
      @undo=${this.undo}
    >
      <span slot="figure" data-test="return-left" data-left=${of - done} data-next=${next ?? ''}>
        ${figureWords(next, of - done)}
      </span>
      <span slot="words">${this.renderFates(loan, of)}</span>
      <div slot="next" class="next">${next ? this.renderNext(next, done) : nothing}</div>
      ${open ? html`<sb-pi-tests slot="aside" .loan=${loan}></sb-pi-tests>` : nothing}
      ${repeat(
        leftFirst(groupItems(loan), isSettled, this.now),
        ({ head }) => head.id,
        (group) => html`<sb-return-kit
          .loan=${loan}
          .group=${group}
          ?now=${group.head.id === this.now}
          ?locked=${!open}
          @fine=${({ detail }: CustomEvent<readonly LoanItem[]>) => this.takeBack(detail)}
          @loan=${() => {
            this.now = group.head.id;
          }}
        ></sb-return-kit>`,
      )}
      <div slot="end">${this.renderEnd(next)}</div>
    </sb-scan-stage>`;
  }

  private renderFates(loan: Loan, of: number): string {
    const count = (state: LoanItem['state']) =>
      presentItems(loan).filter((item) => item.state === state).length;
    const missing = count('missing');
    return [
      msg(str`${count('back')} von ${of} in Ordnung`),
      count('damaged') > 0 ? msg(str`${count('damaged')} beschädigt`) : '',
      missing === 1 ? msg('1 fehlt') : missing > 1 ? msg(str`${missing} fehlen`) : '',
    ]
      .filter(Boolean)
      .join(', ');
  }

  private renderNext(next: ReturnNext, done: number) {
    if (next === 'things')
      return done > 0
        ? html`<a class="button" href=${loanAddress(this.loan.id)} data-test="return-later">
            ${lendingIcon('clipboard-check')}${msg('Für heute fertig, der Rest kommt später')}
          </a>`
        : nothing;
    if (next === 'parts')
      return html`<button class="button primary big" type="button" data-test="return-count" @click=${this.showParts}>
        ${lendingIcon('list-checks')}${msg('Teile zählen')}
      </button>`;
    if (next === 'signing')
      return html`<button class="button primary big" type="button" data-test="return-sign" @click=${this.showSigning}>
        ${lendingIcon('signature')}${msg('Unterschreiben')}
      </button>`;
    return html`<a class="button primary big" href=${loanAddress(this.loan.id, 'restock')} data-test="return-done">
      ${lendingIcon('package-check')}${msg('Weiter zum Einräumen')}
    </a>`;
  }

  private renderEnd(next: ReturnNext | null) {
    if (next === 'things')
      return html`<p class="quiet-text">
        ${msg('Was noch draußen ist, kann später kommen: Diese Seite merkt sich alles. Unterschrieben wird, wenn das Letzte geklärt ist.')}
      </p>`;
    if (next !== 'parts' && next !== 'signing') return nothing;
    const { id } = this.loan;
    return html`<sb-signing
      what="return"
      tabindex="-1"
      .loan=${this.loan}
      .person=${this.person}
      .blocked=${next === 'parts' ? msg('Es ist noch nicht alles gezählt.') : ''}
      @signed=${() => {
        location.hash = loanAddress(id, 'restock');
      }}
    ></sb-signing>`;
  }

  private get loanNow(): Loan {
    return loanAsSaid(this.loan, this.queue.steps);
  }

  private onCode(event: CustomEvent<string>): void {
    const text = event.detail;
    const item = itemByScan(this.loanNow, text);
    if (item?.state === 'out') {
      this.takeBack([item]);
      return;
    }
    event.preventDefault();
    this.result = item
      ? { kind: 'again', code: item.asset.code, words: msg('war schon erfasst') }
      : { kind: 'refused', code: text.slice(0, 60), problem: notOfThisLoan() };
  }

  private takeBack(items: readonly LoanItem[]): void {
    const [first] = items;
    if (!first) return;
    const { code, name } = first.asset;
    this.now = groupOf(groupItems(this.loan), first.id)?.head.id ?? '';
    this.queue.add({
      what: 'back',
      requestId: newRequestId(),
      code,
      items: items.map(({ id, remark, photoIds }) => ({ itemId: id, remark, photoIds: [...photoIds] })),
    });
    this.result =
      items.length === 1
        ? { kind: 'done', code, words: name, itemId: first.id }
        : { kind: 'again', code, words: msg(str`${items.length} Dinge sind da`) };
  }

  private undo(): void {
    const { result } = this;
    if (result?.kind !== 'done') return;
    this.queue.add({ what: 'out', code: result.code, itemId: result.itemId });
    this.result = { kind: 'again', code: result.code, words: msg('wieder draußen') };
  }

  private showParts(): void {
    for (const kit of this.renderRoot.querySelectorAll<ReturnKit>('sb-return-kit')) {
      if (!kit.group.parts.some(({ back }) => back === null)) continue;
      kit.showParts();
      return;
    }
  }

  private showSigning(): void {
    const signing = this.renderRoot.querySelector<HTMLElement>('sb-signing');
    signing?.scrollIntoView();
    signing?.focus();
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }

      .next {
        display: grid;
      }

      .next:empty {
        display: none;
      }
    `,
  ];
}

function isSettled({ head, inside, parts }: ItemGroup): boolean {
  return [head, ...inside].every(isBack) && parts.every(({ back }) => back !== null);
}

function figureWords(next: ReturnNext | null, out: number): string {
  if (next === 'parts') return msg('Noch Teile zählen');
  if (next === 'signing') return msg('Noch unterschreiben');
  if (next === 'things' && out > 0) return out === 1 ? msg('1 noch draußen') : msg(str`${out} noch draußen`);
  return msg('Alles geklärt');
}

function notOfThisLoan() {
  return problem(
    'not-in-this-loan',
    'Das gehört nicht zu dieser Leihe. Legen Sie es beiseite und sehen Sie unter „Kits und Geräte“ nach, was es ist.',
    'This is not part of this loan. Put it aside and look under “Kits and devices” what it is.',
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-return-page': ReturnPage;
  }
}
