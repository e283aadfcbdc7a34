import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { LoanLine } from '../../../server/api/contract/lending/loans.ts';
import type { Dashboard } from '../../../server/api/contract/lending/reports.ts';
import { language } from '../../locales/locale.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import type { Stage } from '../loans/loan-phases.ts';
import { loanAddress } from '../loans/loan-place.ts';
import { findingWords, moment } from './dashboard-words.ts';

export type SectionName =
  | 'overdue'
  | 'requests'
  | 'to-pack'
  | 'going-out'
  | 'coming-back'
  | 'to-restock'
  | 'damages'
  | 'stray'
  | 'missing'
  | 'low-stock';

/** One list of what is to be done; each row leads to where it is done. */
export interface Section {
  readonly name: SectionName;
  readonly title: string;
  readonly icon: TemplateResult | unknown;
  readonly urgent?: boolean;
  /** How many there are; `rows` are the first of them. */
  readonly total: number;
  readonly rows: readonly TemplateResult[];
}

/** The lists of the day, the most urgent first. @param mayLend a loan's row leads to its next step, else to the loan. */
export function dueSections(board: Dashboard, mayLend: boolean): Section[] {
  const { totals } = board;
  const starts = (loan: LoanLine) => msg(str`ab ${moment(loan.startsAt)}`);
  const ends = (loan: LoanLine) => msg(str`bis ${moment(loan.endsAt)}`);
  const loans = (list: readonly LoanLine[], stage: Stage, when: (loan: LoanLine) => string) =>
    list.map((loan) => loanRow(loan, mayLend ? stage : '', when(loan)));
  return [
    {
      name: 'overdue',
      title: msg('Überfällig'),
      icon: lendingIcon('bell'),
      urgent: true,
      total: totals.overdue,
      // Somebody has to be asked first: the reminders stand at the loan.
      rows: loans(board.overdue, '', ends),
    },
    {
      name: 'requests',
      title: msg('Neue Anfragen'),
      icon: lendingIcon('mail'),
      total: totals.requests,
      rows: loans(board.requests, 'reserve', starts),
    },
    {
      name: 'going-out',
      title: msg('Wird abgeholt'),
      icon: lendingIcon('truck'),
      total: totals.goingOut,
      rows: loans(board.goingOut, 'hand-over', starts),
    },
    {
      name: 'to-pack',
      title: msg('Zu packen'),
      icon: lendingIcon('package-open'),
      total: totals.toPack,
      rows: loans(board.toPack, 'pack', starts),
    },
    {
      name: 'coming-back',
      title: msg('Kommt zurück'),
      icon: lendingIcon('undo-2'),
      total: totals.comingBack,
      rows: loans(board.comingBack, 'return', ends),
    },
    {
      name: 'to-restock',
      title: msg('Einzuräumen'),
      icon: lendingIcon('package-check'),
      total: totals.toRestock,
      rows: loans(board.toRestock, 'restock', () => ''),
    },
    {
      name: 'damages',
      title: msg('Schaden gemeldet'),
      icon: lendingIcon('wrench'),
      urgent: true,
      total: totals.damages,
      // Whoever writes how it is, or a note, has answered it.
      rows: board.damages.map((one) =>
        row(
          `#assets/${one.assetId}`,
          one.code,
          one.school ?? one.name,
          `${moment(one.at)} · ${one[language()]}`,
          'damage-row',
        ),
      ),
    },
    {
      name: 'stray',
      title: msg('Pis, die auffallen'),
      icon: lineIcon('cpu'),
      total: totals.devices,
      rows: board.devices.map((one) =>
        row(
          `#assets/${one.assetId}`,
          one.code,
          one.name,
          findingWords(one, Date.now()),
          `stray-${one.finding}`,
        ),
      ),
    },
    {
      name: 'missing',
      title: msg('Vermisst'),
      icon: lineIcon('search'),
      total: totals.missing,
      rows: board.missing.map(({ assetId, code, name, loan }) =>
        row(`#assets/${assetId}`, code, name, loan ? `${loan.school} · ${loan.number}` : ''),
      ),
    },
    {
      name: 'low-stock',
      title: msg('Nachzukaufen'),
      icon: lendingIcon('boxes'),
      total: totals.lowStock,
      rows: board.lowStock.map(({ name, stock, minimum }) =>
        row('#assets/consumables', null, name, msg(str`noch ${stock}, mindestens ${minimum}`)),
      ),
    },
  ];
}

function loanRow(
  { id, number, school, codes, pupils, kind }: LoanLine,
  stage: Stage,
  when: string,
): TemplateResult {
  const things = codes.length > 0 ? codes.join(', ') : msg(str`${pupils} Kinder`);
  const name = html`${school.name}${kind === 'donation' ? html` ${lendingIcon('gift')}` : nothing}`;
  return row(loanAddress(id, stage), number, name, when === '' ? things : `${when} · ${things}`);
}

function row(
  href: string,
  code: string | null,
  name: string | TemplateResult,
  words: string,
  test = 'due-row',
): TemplateResult {
  return html`<a class="row" href=${href} data-test=${test}>
    ${code === null ? nothing : html`<span class="code">${code}</span>`}
    <span class="words"><strong>${name}</strong>${words === '' ? nothing : html`<br />${words}`}</span>
    ${lendingIcon('arrow-right')}
  </a>`;
}
