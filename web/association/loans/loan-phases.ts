import { msg } from '@lit/localize';
import type { Loan, LoanState, LoanStep } from '../../../server/api/contract/lending/loans.ts';
import type { LendingIcon } from '../../ui/lending-icons.ts';

/** Where a loan is on its way, and what its one big action is. */
export interface Phase {
  readonly state: LoanState;
  readonly name: string;
}

/** The way of a loan, from asking to the shelf. A donation ends at the school. */
export function phasesOf(loan: Pick<Loan, 'kind'>): readonly Phase[] {
  const way: Phase[] = [
    { state: 'requested', name: msg('Anfrage') },
    { state: 'reserved', name: msg('Reserviert') },
    { state: 'packed', name: msg('Gepackt') },
    { state: 'out', name: loan.kind === 'donation' ? msg('Übergeben') : msg('Draußen') },
  ];
  if (loan.kind === 'loan')
    way.push({ state: 'returned', name: msg('Zurück') }, { state: 'closed', name: msg('Eingeräumt') });
  return way;
}

/** How far it has come on that way; -1: it left it (declined, cancelled, nobody came). */
export function phaseIndex(loan: Pick<Loan, 'kind' | 'state'>): number {
  return phasesOf(loan).findIndex(({ state }) => state === loan.state);
}

/** A part of a loan's page, behind its id in the address. */
export type Stage = '' | 'reserve' | 'pack' | 'hand-over' | 'return' | 'restock';
export const stages: readonly Stage[] = ['', 'reserve', 'pack', 'hand-over', 'return', 'restock'];

export interface NextAction {
  readonly stage: Stage;
  readonly name: string;
  readonly why: string;
  readonly icon: LendingIcon;
}

/** What is to be done next with a loan; null: nothing, or whoever looks may not. */
export function nextAction(loan: Pick<Loan, 'kind' | 'state' | 'steps'>): NextAction | null {
  const may = (step: LoanStep) => loan.steps.includes(step);
  if (loan.state === 'requested' && may('reserve'))
    return {
      stage: 'reserve',
      name: msg('Kits reservieren'),
      why: msg('Der Vorschlag zeigt, welche Kits passen und frei sind.'),
      icon: 'calendar-days',
    };
  if (loan.state === 'reserved' && may('pack'))
    return {
      stage: 'pack',
      name: msg('Packen'),
      why: msg('Jedes Teil scannen; was fehlt, steht groß da.'),
      icon: 'scan-line',
    };
  if (loan.state === 'packed' && may('hand-over'))
    return {
      stage: 'hand-over',
      name: msg('Übergeben'),
      why: msg('Liste zeigen, unterschreiben lassen, fertig.'),
      icon: 'handshake',
    };
  if (loan.state === 'out' && loan.kind === 'loan' && may('return'))
    return {
      stage: 'return',
      name: msg('Zurücknehmen'),
      why: msg('So viel, wie heute da ist; der Rest bleibt draußen.'),
      icon: 'package-open',
    };
  if (loan.state === 'returned' && may('restock'))
    return {
      stage: 'restock',
      name: msg('Einräumen'),
      why: msg('Fehlende Teile aus dem Vorrat auffüllen und abschließen.'),
      icon: 'package-check',
    };
  return null;
}
