import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './full-screen.ts';
import './progress-ring.ts';
import './return-item.ts';
import './return-parts.ts';
import './scan-feedback.ts';
import './signing.ts';
import './stage-head.ts';
import '../scan/code-scanner.ts';
import '../../ui/problem-note.ts';
import { problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Loan, LoanItem } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { kindIcon } from './kind-icon.ts';
import { groupItems, type ItemGroup, isBack, itemByScan, presentItems, progress } from './loan-items.ts';
import { loanAddress } from './loan-place.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';
import { packStyles } from './pack-styles.ts';
import { newRequestId } from './request-id.ts';
import { testSummary } from './return-test.ts';
import type { ScanResult } from './scan-feedback.ts';

/**
 * The return: scan or tap what is there, say what is broken or missing, count the parts, let the Pis test themselves,
 * sign. Each is saved as it is said, so that half a return is a return of half.
 */
@customElement('sb-return-page')
@localized()
export class ReturnPage extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private result: ScanResult | null = null;
  private readonly stepping = new LoanStepping(this);
  private queue: Promise<unknown> = Promise.resolve();

  protected override render() {
    const { loan } = this;
    const { done, of } = progress(loan, isBack);
    const out = presentItems(loan).filter(({ state }) => state === 'out');
    const open = loan.state === 'out' || loan.state === 'returned';
    return html`<sb-full-screen label=${msg('Zurücknehmen')} @leave=${() => this.leave()}>
      <sb-stage-head .loan=${loan} heading=${msg('Zurücknehmen')}></sb-stage-head>
      <div class="columns">
        <div class="scan">
          <div class="panel count">
            <sb-progress-ring .done=${done} .of=${of}></sb-progress-ring>
            <p>
              <strong class="left" data-test="return-left" data-left=${out.length}>
                ${out.length === 0 ? msg('Alles geklärt') : msg(str`${out.length} von ${of} noch draußen`)}
              </strong>
              <span class="quiet-text">${this.renderFates()}</span>
            </p>
          </div>
          ${
            open
              ? html`<sb-code-scanner
                    hint=${msg('Scannen, was wieder da ist')}
                    @code=${(event: CustomEvent<string>) => this.scan(event.detail)}
                  ></sb-code-scanner>
                  <sb-scan-feedback .result=${this.result} @undo=${this.undo}></sb-scan-feedback>`
              : html`<p class="note">${lineIcon('circle-alert')}${msg('Diese Leihe ist nicht draußen.')}</p>`
          }
          ${open ? this.renderTests() : nothing}
          <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>
        </div>
        <div class="list">
          ${repeat(
            groupItems(loan),
            ({ head }) => head.id,
            (group) => this.renderGroup(group, open),
          )}
        </div>
      </div>
      ${this.renderEnd()}
    </sb-full-screen>`;
  }

  private renderFates(): string {
    const count = (state: LoanItem['state']) =>
      this.loan.itemList.filter((item) => item.state === state).length;
    return [
      msg(str`${count('back')} in Ordnung`),
      count('damaged') > 0 ? msg(str`${count('damaged')} beschädigt`) : '',
      count('missing') > 0 ? msg(str`${count('missing')} fehlen`) : '',
    ]
      .filter(Boolean)
      .join(', ');
  }

  private renderTests() {
    const pis = presentItems(this.loan).filter(({ asset }) => asset.kind === 'device');
    if (pis.length === 0) return nothing;
    const tests = pis.flatMap(({ test }) => test ?? []);
    return html`<section class="panel block" aria-label=${msg('Test der Pis')}>
      <div class="row spread">
        <h2>${msg('Test der Pis')}</h2>
        <button
          class="button"
          type="button"
          data-test="test-pis"
          ?disabled=${this.stepping.busy}
          @click=${() => this.stepping.do(() => call('testReturn', { loanId: this.loan.id }, {}))}
        >
          ${lendingIcon('clipboard-check')}${tests.length > 0 ? msg('Noch einmal') : msg('Alle prüfen')}
        </button>
      </div>
      <p class="quiet-text" role="status">
        ${tests.length > 0 ? testSummary(tests) : msg('Pis einschalten: Jeder prüft sich selbst und löscht das WLAN der Schule.')}
      </p>
    </section>`;
  }

  private renderGroup({ head, inside, parts }: ItemGroup, open: boolean) {
    const all = [head, ...inside];
    const out = all.filter(({ state }) => state === 'out');
    return html`<section class="panel block kit" aria-label="${head.asset.code} ${head.asset.name}">
      <div class="row spread">
        <h2 class="row">
          ${kindIcon(head.asset.kind)}<span class="code">${head.asset.code}</span><span>${head.asset.name}</span>
        </h2>
        ${
          out.length > 0 && open
            ? html`<button
                class="button"
                type="button"
                data-test="return-rest"
                data-code=${head.asset.code}
                ?disabled=${this.stepping.busy}
                @click=${() => this.save(out, 'back')}
              >
                ${lineIcon('check')}${out.length === all.length ? msg('Alles da und in Ordnung') : msg(str`Die übrigen ${out.length} sind da`)}
              </button>`
            : html`<span class="chip" data-state="good">${lineIcon('check')}${msg('geklärt')}</span>`
        }
      </div>
      <ul class="plain">
        ${repeat(
          all,
          ({ id }) => id,
          (item) => html`<li>
            <sb-return-item .loan=${this.loan} .item=${item} ?locked=${!open}></sb-return-item>
          </li>`,
        )}
      </ul>
      ${parts.length > 0 ? html`<sb-return-parts .loan=${this.loan} .parts=${parts} ?locked=${!open}></sb-return-parts>` : nothing}
    </section>`;
  }

  private renderEnd() {
    const { loan } = this;
    if (loan.state === 'out')
      return html`<p class="quiet-text">
        ${msg('Was noch draußen ist, kann später kommen: Diese Seite merkt sich alles. Unterschrieben wird, wenn das Letzte geklärt ist.')}
      </p>`;
    if (loan.state !== 'returned') return nothing;
    if (loan.papers.some(({ kind }) => kind === 'return'))
      return html`<a class="button primary big" href=${loanAddress(loan.id, 'restock')} data-test="return-done">
        ${lendingIcon('package-check')}${msg('Weiter zum Einräumen')}
      </a>`;
    const uncounted = loan.parts.some(({ back }) => back === null);
    return html`<sb-signing
      what="return"
      .loan=${loan}
      .person=${this.person}
      .blocked=${uncounted ? msg('Es ist noch nicht alles gezählt.') : ''}
      @signed=${() => {
        location.hash = loanAddress(loan.id, 'restock');
      }}
    ></sb-signing>`;
  }

  private scan(text: string): void {
    const item = itemByScan(this.loan, text);
    if (!item) {
      this.result = {
        kind: 'refused',
        code: text.slice(0, 60),
        problem: problem(
          'not-in-this-loan',
          'Das gehört nicht zu dieser Leihe. Legen Sie es beiseite und sehen Sie unter „Kits und Geräte“ nach, was es ist.',
          'This is not part of this loan. Put it aside and look under “Kits and devices” what it is.',
        ),
      };
      return;
    }
    if (item.state !== 'out') {
      this.result = { kind: 'again', code: item.asset.code, words: msg('war schon erfasst') };
      return;
    }
    this.result = { kind: 'done', code: item.asset.code, words: item.asset.name, itemId: item.id };
    this.save([item], 'back');
  }

  /** One after the other, in the order in which it was said. */
  private save(items: readonly LoanItem[], state: 'back'): void {
    this.queue = this.queue.then(async () => {
      const saved = await this.stepping.do(() =>
        call(
          'returnItems',
          { loanId: this.loan.id },
          {
            requestId: newRequestId(),
            items: items.map(({ id, remark, photoIds }) => ({ itemId: id, state, remark, photoIds })),
            parts: [],
          },
        ),
      );
      const code = items[0]?.asset.code ?? '';
      if (!saved && this.stepping.problem)
        this.result = { kind: 'refused', code, problem: this.stepping.problem };
    });
  }

  private undo(): void {
    const { result } = this;
    if (result?.kind !== 'done') return;
    const { itemId, code } = result;
    this.queue = this.queue.then(async () => {
      const undone = await this.stepping.do(() =>
        call('undoReturn', { loanId: this.loan.id }, { itemId, state: 'out' }),
      );
      if (undone) this.result = { kind: 'again', code, words: msg('wieder draußen') };
    });
  }

  private leave(): void {
    location.hash = loanAddress(this.loan.id);
  }

  static override styles = [
    controlStyles,
    loanStyles,
    packStyles,
    css`
      .scan {
        max-height: calc(100dvh - 2rem);
        overflow-y: auto;
      }

      ul.plain {
        gap: 0;
      }

      li + li {
        border-top: 1px solid var(--sb-line);
      }

      @media (max-width: 56rem) {
        .scan {
          max-height: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-return-page': ReturnPage;
  }
}
