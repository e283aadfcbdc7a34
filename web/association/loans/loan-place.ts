import { type Stage, stages } from './loan-phases.ts';

/** What the address asks for within the loans. */
export type LoanPlace =
  | { what: 'list' }
  | { what: 'new'; assetId: string | null }
  | { what: 'loan'; loanId: string; stage: Stage };

/** Reads what stands behind `#loans/`: nothing, `new?asset=ID`, or `ID/STAGE`; a stage that is none is the loan itself. */
export function loanPlace(item: string): LoanPlace {
  if (item === '') return { what: 'list' };
  const [path = '', search = ''] = item.split('?');
  if (path === 'new') return { what: 'new', assetId: new URLSearchParams(search).get('asset') };
  const [loanId = '', stage = ''] = path.split('/');
  return { what: 'loan', loanId, stage: stages.find((one) => one === stage) ?? '' };
}

/** The address of a loan, or of one of its stages. */
export function loanAddress(loanId: string, stage: Stage = ''): string {
  return `#loans/${encodeURIComponent(loanId)}${stage ? `/${stage}` : ''}`;
}
