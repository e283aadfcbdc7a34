import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { LessonView } from '../../server/api/contract/endpoints.ts';

/** What is said below the last step when the whole lesson is done. */
export function farewell({ steps }: LessonView): TemplateResult {
  const count = steps.reduce((sum, { goals }) => sum + goals.length, 0);
  return html`<div class="farewell" data-test="lesson-done">
    <span class="lamps" aria-hidden="true"><b></b><b></b><b></b><b></b></span>
    <strong>${msg('Alles geschafft!')}</strong>
    <p>${count > 1 ? msg(str`Du hast alle ${count} Ziele erreicht. Jetzt gehört der Pi deinen eigenen Ideen.`) : msg('Jetzt gehört der Pi deinen eigenen Ideen.')}</p>
  </div>`;
}
