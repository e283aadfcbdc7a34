import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { Sending } from '../../ui/sending.ts';
import { type Draft, draftSpan, movable } from './moving.ts';
import { spanText } from './span-text.ts';

/** What takes a step back. */
type Back =
  | { readonly kind: 'time'; readonly startsAt: number | undefined; readonly endsAt: number }
  | { readonly kind: 'kit'; readonly from: string; readonly to: string };

interface Step {
  readonly loanId: string;
  /** The loan's version as we left it. */
  readonly version: number;
  /** What was done, in words. */
  readonly said: string;
  readonly back: Back;
}

/** So many steps can be taken back. */
const most = 50;

/** Saves moved loans, and takes the moves of this visit back, the last one first. */
export class LoanMoves implements ReactiveController {
  readonly sending: Sending;
  readonly #host: ReactiveControllerHost;
  #steps: readonly Step[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
    this.sending = new Sending(host);
  }

  hostConnected(): void {}

  /** What was done last and can be taken back, and how many such steps there are. */
  get last(): { said: string; steps: number } | null {
    const step = this.#steps.at(-1);
    return step ? { said: step.said, steps: this.#steps.length } : null;
  }

  /** Saves a draft; the server has the last word. `codes`: what its two kits are called. */
  save(draft: Draft, codes: (assetId: string) => string): Promise<boolean> {
    const { bar, assetId, toAssetId } = draft;
    const seen = { loanId: bar.loanId, version: bar.version };
    return this.sending.do(async () => {
      if (toAssetId !== null) {
        const loan = await reserveInstead(seen, assetId, toAssetId);
        const said = `${loan.number}: ${codes(assetId)} → ${codes(toAssetId)}`;
        this.#done(loan, said, { kind: 'kit', from: toAssetId, to: assetId });
        return;
      }
      const { startsAt, endsAt } = draftSpan(draft);
      const whole = movable(bar) === 'whole';
      const loan = await move(seen, whole ? startsAt : undefined, endsAt);
      this.#done(loan, `${loan.number}: ${spanText(loan)}`, {
        kind: 'time',
        startsAt: whole ? bar.startsAt : undefined,
        endsAt: bar.endsAt,
      });
    });
  }

  /** Takes the last step back. What is refused, as since somebody else changed the loan, is not tried again. */
  undo(): Promise<boolean> {
    const step = this.#steps.at(-1);
    if (!step || this.sending.busy) return Promise.resolve(false);
    return this.sending.do(async () => {
      this.#steps = this.#steps.slice(0, -1);
      const { back } = step;
      const loan =
        back.kind === 'kit'
          ? await reserveInstead(step, back.from, back.to)
          : await move(step, back.startsAt, back.endsAt);
      this.#left(loan);
    });
  }

  #done(loan: Loan, said: string, back: Back): void {
    this.#left(loan);
    this.#steps = [...this.#steps, { loanId: loan.id, version: loan.version, said, back }].slice(-most);
    this.#host.requestUpdate();
  }

  /** Steps before it on the same loan follow its version. */
  #left({ id, version }: Loan): void {
    this.#steps = this.#steps.map((step) => (step.loanId === id ? { ...step, version } : step));
  }
}

interface Seen {
  readonly loanId: string;
  readonly version: number;
}

function move({ loanId, version }: Seen, startsAt: number | undefined, endsAt: number): Promise<Loan> {
  return call('extendLoan', { loanId }, { version, endsAt, ...(startsAt === undefined ? {} : { startsAt }) });
}

/** Reserves the loan's things anew with one kit in place of another. */
async function reserveInstead({ loanId, version }: Seen, from: string, to: string): Promise<Loan> {
  const { itemList } = await call('loan', { loanId }, {});
  const chosen = itemList
    .filter(({ insideOf, state }) => insideOf === null && (state === 'reserved' || state === 'packed'))
    .map(({ asset }) => (asset.id === from ? to : asset.id));
  return call('reserveLoan', { loanId }, { version, assetIds: chosen });
}

/** What a draft that stands ready is about to do. */
export function draftText(draft: Draft, codes: (assetId: string) => string): string {
  return draft.toAssetId === null
    ? spanText(draftSpan(draft))
    : `${codes(draft.assetId)} → ${codes(draft.toAssetId)} · ${msg('gleiche Zeit')}`;
}
