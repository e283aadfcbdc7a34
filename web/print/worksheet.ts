import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { circuitSection, materialsList } from './circuit-section.ts';
import { pieceOnPaper, quizzesOf, type Step, tickBox } from './pieces.ts';
import type { PrintedLesson } from './printed-lesson.ts';
import { sheetHead } from './sheet-head.ts';

/** What pupils get: what they need, the circuit, each step with its pictures, goals and questions, room for notes. */
export function worksheet(printed: PrintedLesson): TemplateResult {
  const { lesson, circuit } = printed;
  return html`<article class="sheet worksheet">
    ${sheetHead('worksheet', lesson.title, lesson.summary)}
    <div class="who">
      <p>${msg('Euer Team')}<span class="line"></span></p>
      <p class="date">${msg('Datum')}<span class="line"></span></p>
    </div>
    ${
      circuit
        ? html`<section class="building">
            <h2>${msg('Das braucht ihr')}</h2>
            ${materialsList(printed)}
            <h2>${msg('So steckt ihr es')}</h2>
            ${circuitSection(printed, true)}
          </section>`
        : nothing
    }
    ${lesson.steps.map((step, index) => stepOnPaper(step, index, printed))}
    <section class="notes">
      <h2>${msg('Unsere Notizen und Ideen')}</h2>
      <div class="lines" aria-hidden="true">${Array.from({ length: 6 }, () => html`<span></span>`)}</div>
    </section>
  </article>`;
}

function stepOnPaper(step: Step, index: number, { wiring }: PrintedLesson): TemplateResult {
  // Questions stand behind the goals, as on the page.
  const told = step.caption.filter((piece) => piece.kind !== 'quiz');
  return html`<section class="step">
    <h2><span class="step-number">${index + 1}</span>${step.title}</h2>
    ${told.map((piece) => pieceOnPaper(piece, wiring))}
    ${
      step.goals.length > 0
        ? html`<div class="goals">
            <h3>${msg('Geschafft?')}</h3>
            <ul>${step.goals.map((goal) => html`<li>${tickBox}<div>${unsafeHTML(goal.html)}</div></li>`)}</ul>
          </div>`
        : nothing
    }
    ${quizzesOf(step).map((quiz) => pieceOnPaper(quiz, wiring))}
  </section>`;
}
