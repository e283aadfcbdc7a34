import { html, type TemplateResult } from 'lit';
import '../ui/logo.ts';
import { type SheetKind, sheetName } from './sheet-kind.ts';

/** The head of a sheet: whose it is, the lesson's name and what it is about. */
export function sheetHead(kind: SheetKind, title: string, summary: string): TemplateResult {
  return html`<header class="head">
    <p class="brand"><sb-logo></sb-logo><span class="kind">${sheetName(kind)}</span></p>
    <h1>${title}</h1>
    <p class="summary">${summary}</p>
  </header>`;
}
