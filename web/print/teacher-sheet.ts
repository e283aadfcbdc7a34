import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { LessonNotes, LessonView } from '../../server/api/contract/endpoints.ts';
import { circuitSection } from './circuit-section.ts';
import { blocksFigure, quizSolved, quizzesOf } from './pieces.ts';
import type { PrintedLesson } from './printed-lesson.ts';
import { sheetHead } from './sheet-head.ts';
import { stacksOf } from './stacks.ts';

/** What teachers get: the lesson at a glance, their notes, the circuit, one good answer, the answers to the questions. */
export function teacherSheet(printed: PrintedLesson, notes: LessonNotes): TemplateResult {
  const { lesson, circuit } = printed;
  return html`<article class="sheet teacher">
    ${sheetHead('teacher', lesson.title, lesson.summary)} ${glance(lesson)}
    <section class="competences">
      <h2>${msg('Kompetenzen')}</h2>
      <p class="quiet">${msg('KMK-Strategie „Bildung in der digitalen Welt“')}</p>
      <ul>
        ${notes.competences.map((one) => html`<li><strong>${one.id}</strong> ${one.name} <span class="quiet">(${one.area})</span></li>`)}
      </ul>
    </section>
    <div class="note-sections">
      ${(Object.keys(headings) as (keyof typeof headings)[]).map((name) => {
        const text = notes.sections[name];
        return text
          ? html`<section class="note note-${name}"><h2>${headings[name]()}</h2>${unsafeHTML(text)}</section>`
          : nothing;
      })}
    </div>
    <section class="goals-by-step">
      <h2>${msg('Ziele der Schritte')}</h2>
      <ol>
        ${lesson.steps.map(
          (step) => html`<li>
            <strong>${step.title}</strong>
            ${step.goals.length > 0 ? html`<ul>${step.goals.map((goal) => html`<li>${unsafeHTML(goal.html)}</li>`)}</ul>` : nothing}
          </li>`,
        )}
      </ol>
    </section>
    ${
      circuit
        ? html`<section class="building"><h2>${msg('Schaltung')}</h2>${circuitSection(printed, false)}</section>`
        : nothing
    }
    <section class="solution">
      <h2>${msg('Eine gute Lösung')}</h2>
      <p class="quiet">${msg('Es gibt andere. Die Ziele prüfen, was die Teile tun, nicht, wie die Blöcke liegen.')}</p>
      <div class="stacks">${stacksOf(notes.solution).map((stack) => blocksFigure(stack, lesson.wiring, 0.52))}</div>
    </section>
    ${
      lesson.steps.some((step) => quizzesOf(step).length > 0)
        ? html`<section class="answers-section">
            <h2>${msg('Antworten auf die Fragen')}</h2>
            ${lesson.steps.map((step, index) =>
              quizzesOf(step).map(
                (quiz) =>
                  html`<div class="answered"><h3>${index + 1} · ${step.title}</h3>${quizSolved(quiz)}</div>`,
              ),
            )}
          </section>`
        : nothing
    }
  </article>`;
}

const headings = {
  goals: () => msg('Lernziele'),
  timing45: () => msg('Ablauf in 45 Minuten'),
  timing90: () => msg('Ablauf in 90 Minuten'),
  easier: () => msg('Leichter'),
  harder: () => msg('Schwerer'),
  mistakes: () => msg('Typische Fehler'),
  materials: () => msg('Material'),
  safety: () => msg('Sicherheit'),
} as const;

function glance({ age, minutes, level, steps }: LessonView): TemplateResult {
  const facts: readonly (readonly [string, string])[] = [
    [msg('Alter'), msg(str`${age.from} bis ${age.to} Jahre`)],
    [msg('Dauer'), msg(str`${minutes} Minuten`)],
    [msg('Stufe'), msg(str`${level} von 5`)],
    [msg('Schritte'), String(steps.length)],
  ];
  return html`<dl class="glance">
    ${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}
