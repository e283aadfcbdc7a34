import type { PaperContent } from './paper-content.ts';

/** What a paper is called where English people read of it; the paper itself is German. */
export function englishTitle({ kind, loanKind }: Pick<PaperContent, 'kind' | 'loanKind'>): string {
  if (kind === 'agreement') return loanKind === 'donation' ? 'Donation agreement' : 'Loan agreement';
  return kind === 'issue' ? 'Hand-over record' : 'Return record';
}
