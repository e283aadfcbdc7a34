import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import '../ui/block-picture.ts';
import type { SbBlockPicture } from '../ui/block-picture.ts';

/** No picture is higher than a page, CSS px: 225 mm. */
const pageHeight = (225 / 25.4) * 96;

export type Step = LessonView['steps'][number];
export type Piece = Step['caption'][number];

/** A square to tick with a pen. */
export const tickBox = html`<span class="tick" aria-hidden="true"></span>`;

/** A picture of blocks; no picture without blocks. */
export function blocksFigure(
  blocks: Readonly<Record<string, unknown>>,
  wiring: Wiring,
  scale: number,
): TemplateResult {
  return html`<figure class="blocks">
    <sb-block-picture .blocks=${blocks} .wiring=${wiring} .scale=${scale} @ready=${fitPage}></sb-block-picture>
  </figure>`;
}

function fitPage({ currentTarget }: Event): void {
  const picture = currentTarget as SbBlockPicture;
  const height = Number(picture.shadowRoot?.querySelector('svg')?.getAttribute('height') ?? 0);
  if (height * picture.scale > pageHeight) picture.scale = pageHeight / height;
}

/** A piece of a step on paper: texts, pictures, and questions whose answers can be ticked. */
export function pieceOnPaper(piece: Piece, wiring: Wiring, scale = 0.62): TemplateResult {
  if (piece.kind === 'text') return html`<div class="text">${unsafeHTML(piece.html)}</div>`;
  if (piece.kind === 'blocks') return blocksFigure(piece.blocks, wiring, scale);
  return html`<div class="quiz">
    <div class="question">${unsafeHTML(piece.quiz.questionHtml)}</div>
    <ul class="answers">
      ${piece.quiz.answers.map((answer) => html`<li>${tickBox}<span>${unsafeHTML(answer.html)}</span></li>`)}
    </ul>
  </div>`;
}

/** A question with its answers, for those who teach: which are right, and what is said to each. */
export function quizSolved({ quiz }: Extract<Piece, { kind: 'quiz' }>): TemplateResult {
  return html`<div class="quiz solved">
    <div class="question">${unsafeHTML(quiz.questionHtml)}</div>
    <ul class="answers">
      ${quiz.answers.map(
        (answer) => html`<li class=${answer.right ? 'right' : ''}>
          <span class="verdict">${answer.right ? '✓' : '–'}</span>
          <span>${unsafeHTML(answer.html)}${answer.right ? html` <strong>(${msg('richtig')})</strong>` : nothing}${
            answer.feedbackHtml
              ? html`<span class="feedback">${unsafeHTML(answer.feedbackHtml)}</span>`
              : nothing
          }</span>
        </li>`,
      )}
    </ul>
  </div>`;
}

/** The questions of a step, wherever they stand. */
export function quizzesOf(step: Step): Extract<Piece, { kind: 'quiz' }>[] {
  return [...step.caption, ...step.hint].filter((piece) => piece.kind === 'quiz');
}
