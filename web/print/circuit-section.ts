import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../circuit/circuit.ts';
import { language } from '../locales/locale.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { tickBox } from './pieces.ts';
import type { PrintedLesson } from './printed-lesson.ts';

/** What lies on the table, each to tick. */
export function materialsList({ materials }: PrintedLesson): TemplateResult {
  const speaks = language();
  return html`<ul class="materials">
    ${materials.map(({ count, name }) => html`<li>${tickBox}<span>${count} × ${name[speaks]}</span></li>`)}
  </ul>`;
}

/** The drawing of the circuit, the steps to build it, what to mind; nothing where nothing is wired. */
export function circuitSection(
  { circuit }: PrintedLesson,
  withSteps: boolean,
): TemplateResult | typeof nothing {
  if (!circuit) return nothing;
  const speaks = language();
  return html`<figure class="circuit ${circuit.modules.length > 0 ? 'wide' : ''}"><sb-circuit .circuit=${circuit}></sb-circuit></figure>
    ${
      withSteps
        ? html`<ol class="build">
            ${circuit.steps.map(({ text }) => html`<li>${tickBox}<span>${text[speaks]}</span></li>`)}
          </ol>`
        : nothing
    }
    ${
      circuit.notes.length > 0
        ? html`<div class="warnings">
            <h3>${lineIcon('triangle-alert')}${msg('Achtung')}</h3>
            <ul>${circuit.notes.map((note) => html`<li>${note[speaks]}</li>`)}</ul>
          </div>`
        : nothing
    }`;
}
