import { type Problem, problem } from '../../../device/contract/problem.ts';
import { type LoanState, type LoanStep, loanStates, loanSteps } from '../../api/contract/lending/loans.ts';

/** Where a step leads: while some of the things have not made it, and once all of them have. */
export interface Next {
  readonly partly: LoanState;
  readonly wholly: LoanState;
}

const to = (state: LoanState): Next => ({ partly: state, wholly: state });
const cancelled = { cancel: to('cancelled'), 'no-show': to('no-show') };

/** Every state with every step that it allows; what is not here is refused. */
export const loanTable: Readonly<Record<LoanState, Partial<Readonly<Record<LoanStep, Next>>>>> = {
  requested: { reserve: to('reserved'), decline: to('declined'), cancel: to('cancelled') },
  reserved: {
    reserve: { partly: 'reserved', wholly: 'packed' },
    pack: { partly: 'reserved', wholly: 'packed' },
    unpack: to('reserved'),
    'hand-over': to('out'),
    extend: to('reserved'),
    ...cancelled,
  },
  packed: {
    pack: to('packed'),
    unpack: to('reserved'),
    'hand-over': to('out'),
    extend: to('packed'),
    ...cancelled,
  },
  out: {
    return: { partly: 'out', wholly: 'returned' },
    reopen: { partly: 'out', wholly: 'returned' },
    extend: to('out'),
    exchange: to('out'),
  },
  returned: {
    // What was said of a thing, or counted, may be put right until it is restocked.
    return: { partly: 'out', wholly: 'returned' },
    reopen: { partly: 'out', wholly: 'returned' },
    restock: to('closed'),
  },
  // What was missing may turn up long after.
  closed: { reopen: to('closed') },
  declined: {},
  cancelled: {},
  'no-show': {},
};

/** Who may: of the association whoever keeps its things, of a school any teacher. */
export const teachersSteps: readonly LoanStep[] = ['cancel'];

/** The state after a step, or why it is refused. `wholly`: all things of the loan have made it. */
export function nextState(state: LoanState, step: LoanStep, wholly = true): LoanState | Problem {
  const next = loanTable[state][step];
  if (!next) return refusedStep(state, step);
  return wholly ? next.wholly : next.partly;
}

/** The steps that a state allows, in the order of the contract. */
export function stepsOf(state: LoanState): LoanStep[] {
  return loanSteps.filter((step) => loanTable[state][step]);
}

const stateWords: Readonly<Record<LoanState, readonly [de: string, en: string]>> = {
  requested: ['angefragt', 'requested'],
  reserved: ['reserviert', 'reserved'],
  packed: ['gepackt', 'packed'],
  out: ['ausgegeben', 'handed over'],
  returned: ['zurückgegeben', 'returned'],
  closed: ['abgeschlossen', 'closed'],
  declined: ['abgelehnt', 'declined'],
  cancelled: ['storniert', 'cancelled'],
  'no-show': ['nicht abgeholt', 'not picked up'],
};

const stepWords: Readonly<Record<LoanStep, readonly [de: string, en: string]>> = {
  reserve: ['Reservieren', 'Reserving'],
  decline: ['Ablehnen', 'Declining'],
  cancel: ['Stornieren', 'Cancelling'],
  pack: ['Packen', 'Packing'],
  unpack: ['Auspacken', 'Unpacking'],
  'hand-over': ['Übergeben', 'Handing over'],
  'no-show': ['„Nicht abgeholt“', '“Not picked up”'],
  return: ['Zurücknehmen', 'Taking back'],
  extend: ['Verschieben oder Verlängern', 'Moving or extending'],
  exchange: ['Austauschen', 'Exchanging'],
  restock: ['Auffüllen und Abschließen', 'Restocking and closing'],
  reopen: ['Berichtigen einer Rückgabe', 'Correcting a return'],
};

const outBySlip = [
  ' War die Übergabe ein Versehen, nehmen Sie alles als zurück auf: Dann ist es gleich wieder frei.',
  ' If it was handed over by mistake, take everything back: then it is free again at once.',
] as const;

function refusedStep(state: LoanState, step: LoanStep): Problem {
  const from = loanStates.filter((one) => loanTable[one][step]);
  const list = (language: 0 | 1, or: string) => from.map((one) => stateWords[one][language]).join(or);
  // Whoever wants to stop what is out handed over by mistake.
  const slip = state === 'out' && ['cancel', 'no-show', 'unpack'].includes(step) ? outBySlip : ['', ''];
  return problem(
    'loan-step-refused',
    `Die Leihe ist ${stateWords[state][0]}. ${stepWords[step][0]} geht nur, solange sie ${list(0, ' oder ')} ist.${slip[0]}`,
    `The loan is ${stateWords[state][1]}. ${stepWords[step][1]} works only while it is ${list(1, ' or ')}.${slip[1]}`,
  );
}
