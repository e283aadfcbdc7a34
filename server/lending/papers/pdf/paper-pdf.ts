import type { PageMark } from '../../../api/contract/lending/paper-preview.ts';
import type { PaperKind } from '../../../api/contract/lending/papers.ts';
import type { Signatures } from '../../../api/contract/lending/signatures.ts';
import type { PaperContent } from '../paper-content.ts';
import { paperValues } from '../paper-values.ts';
import { chooseConditions } from '../template-text.ts';
import { putConditions, putContents, putMissing, putTests } from './content-tables.ts';
import { putMarkdown } from './markdown-flow.ts';
import { page, Sheet } from './sheet.ts';
import { putSignatures, signaturesHeight } from './signature-fields.ts';

/** What a paper is called, in German, since papers are. */
export function paperTitle({ kind, loanKind }: Pick<PaperContent, 'kind' | 'loanKind'>): string {
  const titles: Readonly<Record<PaperKind, string>> = {
    agreement: loanKind === 'donation' ? 'Schenkungsvertrag' : 'Leihvertrag',
    issue: 'Übergabeprotokoll',
    return: 'Rückgabeprotokoll',
  };
  return titles[kind];
}

/**
 * A paper as a PDF, A4: the same content gives the same bytes.
 *
 * @param options `draft`: it is marked as one on each page; `preview`: its marks are given, too, else the pages are empty.
 */
export async function paperPdf(
  content: PaperContent,
  signatures: Signatures,
  { draft, preview = false }: { readonly draft: boolean; readonly preview?: boolean },
): Promise<{ pdf: Buffer; pages: readonly (readonly PageMark[])[] }> {
  const title = `${paperTitle(content)} ${content.number}`;
  const sheet = new Sheet({ title, author: content.association.name, preview, at: content.at });
  const values = paperValues(content);
  const holds = (name: string): boolean => {
    if (name === 'leihe' || name === 'spende')
      return (name === 'spende') === (content.loanKind === 'donation');
    return (values.get(name) ?? '') !== '';
  };
  putMarkdown(sheet, chooseConditions(content.template, holds), {
    values,
    blocks: new Map([
      ['inhalt', { put: () => putContents(sheet, content) }],
      ['zustand', { put: () => putConditions(sheet, content) }],
      ['fehlliste', { put: () => putMissing(sheet, content) }],
      ['tests', { put: () => putTests(sheet, content) }],
      ['unterschriften', { put: () => putSignatures(sheet, content, signatures), holds: signaturesHeight }],
    ]),
  });
  const pdf = await sheet.end((number, pages) => {
    sheet.decoration(() => {
      putFrame(sheet, content, { title: draft ? `Entwurf: ${title}` : title, number, pages });
      if (draft) sheet.acrossPage('ENTWURF', { size: 104, weight: 'bold', colour: 'draft' });
    });
  });
  return { pdf, pages: sheet.pages };
}

/** Head and foot of each page: whose paper it is, which one, and which page of how many. */
function putFrame(
  sheet: Sheet,
  { association }: PaperContent,
  { title, number, pages }: { title: string; number: number; pages: number },
): void {
  const style = { size: 8, colour: 'quiet' } as const;
  const right = (y: number, text: string) =>
    sheet.text(page.right - sheet.type.width(text, style), y, text, style);
  if (association.name !== '')
    sheet.text(page.left, 38, association.name, { ...style, weight: 'bold', colour: 'board' });
  right(38, title);
  sheet.stroke(
    [
      [page.left, 45],
      [page.right, 45],
    ],
    0.8,
    'board',
  );
  const below = [association.address, `${association.zip} ${association.city}`.trim(), association.email]
    .filter((part) => part !== '')
    .join(' · ');
  if (below !== '') sheet.text(page.left, 802, below, style);
  right(802, `Seite ${number} von ${pages}`);
}
