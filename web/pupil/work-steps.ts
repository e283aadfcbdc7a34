import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import { lineIcon } from '../ui/line-icons.ts';
import './steps.ts';
import type { StepChosen } from './steps.ts';
import { isDone, openStep } from './steps-progress.ts';
import type { WorkPrograms } from './work-programs.ts';
import type { WorkProgress } from './work-progress.ts';

/** What the desk's left side shows and may do. */
export interface StepsParts {
  readonly open: boolean;
  readonly lesson: LessonView | null;
  readonly programs: WorkPrograms;
  readonly progress: WorkProgress;
  readonly readOnly: boolean;
  fold(open: boolean): void;
  restart(): void;
}

/** The left side of the desk: the lesson's steps, or what unfolds them. */
export function steps({ open, lesson, programs, progress, readOnly, fold, restart }: StepsParts) {
  if (!open) {
    const done = lesson && isDone(lesson, openStep(lesson, progress.now), progress.now);
    return html`<button type="button" class="unfold" data-test="unfold" @click=${() => fold(true)}>
      ${lineIcon('panel-left-open')} <span>${msg('Schritte')}</span> ${done ? lineIcon('circle-check') : nothing}
    </button>`;
  }
  return html`<sb-steps
    .lesson=${lesson}
    .progress=${progress.now}
    .wiring=${programs.wiring}
    .notYet=${progress.notYet}
    .celebrated=${progress.celebrated}
    ?running=${programs.view.running}
    ?read-only=${readOnly}
    @step-chosen=${({ detail }: StepChosen) => progress.goTo(detail.step, detail.leaving)}
    @quiz-solved=${(event: CustomEvent<string>) => progress.solved(event.detail)}
    @restart=${restart}
    @fold=${() => fold(false)}
  ></sb-steps>`;
}
