import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { type LineIcon, lineIcon } from '../ui/line-icons.ts';
import { pieceOnPaper } from './pieces.ts';
import type { PrintedLesson } from './printed-lesson.ts';

/** A card to cut out and to hand to those who need it. */
export interface Card {
  readonly kind: 'goal' | 'hint' | 'easier' | 'harder';
  /** "Schritt 2: Rot heißt: halt". */
  readonly about: string;
  readonly body: TemplateResult;
}

const icons: Readonly<Record<Card['kind'], LineIcon>> = {
  goal: 'flag',
  hint: 'lightbulb',
  easier: 'hand',
  harder: 'dices',
};

/** The cards of a lesson: each goal, each hint, and with a teacher's notes each idea to make it easier or harder. */
export function cardsOf({ lesson, notes, wiring }: PrintedLesson): Card[] {
  const cards: Card[] = [];
  for (const [index, step] of lesson.steps.entries()) {
    const number = index + 1;
    const about = msg(str`Schritt ${number}: ${step.title}`);
    for (const goal of step.goals) {
      cards.push({
        kind: 'goal',
        about,
        body: html`<div class="goal-text">${unsafeHTML(goal.html)}</div>
          ${goal.tipHtml ? html`<div class="tip"><strong>${msg('Noch nicht?')}</strong> ${unsafeHTML(goal.tipHtml)}</div>` : nothing}`,
      });
    }
    const hint = step.hint.filter((piece) => piece.kind !== 'quiz');
    if (hint.length > 0)
      cards.push({
        kind: 'hint',
        about,
        body: html`${hint.map((piece) => pieceOnPaper(piece, wiring, 0.5))}`,
      });
  }
  for (const kind of ['easier', 'harder'] as const) {
    for (const idea of ideasIn(notes?.sections[kind] ?? ''))
      cards.push({ kind, about: lesson.title, body: html`<div class="idea">${unsafeHTML(idea)}</div>` });
  }
  return cards;
}

/** One card, as it looks wherever it lies. */
export function drawCard({ kind, about, body }: Card, title: string): TemplateResult {
  return html`<div class="card ${kind}">
    <p class="card-kind">${lineIcon(icons[kind])}<strong>${cardName(kind)}</strong><span>${about}</span></p>
    <div class="card-body">${body}</div>
    <p class="card-foot">Steckbrett · ${title}</p>
  </div>`;
}

function cardName(kind: Card['kind']): string {
  if (kind === 'goal') return msg('Ziel');
  if (kind === 'hint') return msg('Tipp');
  return kind === 'easier' ? msg('Leichter') : msg('Schwerer');
}

/** The points of a list, each an idea; a section without a list is one idea. */
function ideasIn(section: string): string[] {
  if (section === '') return [];
  const items = [
    ...new DOMParser()
      .parseFromString(section, 'text/html')
      .body.querySelectorAll(':scope > ul > li, :scope > ol > li'),
  ];
  return items.length > 0 ? items.map((item) => item.innerHTML) : [section];
}
