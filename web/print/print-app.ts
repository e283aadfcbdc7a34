import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Problem } from '../../device/contract/problem.ts';
import { type Language, language } from '../locales/locale.ts';
import '../ui/language-switch.ts';
import { lineIcon } from '../ui/line-icons.ts';
import '../ui/problem-note.ts';
import { problemOf } from '../ui/problem-text.ts';
import './cards.ts';
import { picturesDrawn } from './pictures-drawn.ts';
import { loadPrintedLesson, type PrintedLesson } from './printed-lesson.ts';
import { type SheetKind, sheetKinds, sheetName } from './sheet-kind.ts';
import { teacherSheet } from './teacher-sheet.ts';
import { worksheet } from './worksheet.ts';

/**
 * One sheet of one lesson, ready to print: `/print?lesson=blink&sheet=worksheet`. When everything is drawn it has the
 * attribute `ready`. No shadow root, as browsers break pages better without.
 */
@customElement('sb-print-app')
@localized()
export class SbPrintApp extends LitElement {
  @state() private printed: PrintedLesson | null = null;
  @state() private problem: Problem | null = null;
  @state() private sheet: SheetKind = sheetInAddress();

  private readonly lessonId = new URLSearchParams(location.search).get('lesson') ?? '';
  private asked: Language | null = null;
  /** Grows with each drawing, so that an older one does not call the page ready. */
  private drawing = 0;

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(): void {
    if (this.lessonId !== '' && this.asked !== language()) void this.load();
  }

  protected override updated(): void {
    this.drawing += 1;
    void this.tellReady(this.drawing);
  }

  private async load(): Promise<void> {
    const speaks = language();
    this.asked = speaks;
    this.problem = null;
    try {
      const printed = await loadPrintedLesson(this.lessonId, speaks, this.sheet !== 'worksheet');
      if (this.asked === speaks) this.printed = printed;
    } catch (thrown) {
      if (this.asked === speaks) this.problem = problemOf(thrown);
    }
  }

  private async tellReady(drawing: number): Promise<void> {
    this.removeAttribute('ready');
    if (!this.printed) return;
    const cards = this.querySelector('sb-print-cards');
    do {
      await cards?.updateComplete;
      await picturesDrawn(this);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    } while (cards && !cards.laidOut && drawing === this.drawing);
    await cards?.updateComplete;
    await picturesDrawn(this);
    if (drawing === this.drawing) this.setAttribute('ready', '');
  }

  override render() {
    const title = this.printed?.lesson.title ?? '';
    document.title = `${title === '' ? '' : `${title} · `}${sheetName(this.sheet)} · Steckbrett`;
    return html`${this.renderBar()}
      <main class="paper" data-sheet=${this.sheet}>${this.sheet === 'cards' ? html`<h1 class="heard">${title} · ${sheetName('cards')}</h1>` : nothing}${this.renderSheet()}</main>
      ${title === '' ? nothing : pageFoot(title, sheetName(this.sheet))}`;
  }

  private renderBar() {
    return html`<header class="bar">
      <nav aria-label=${msg('Blätter')}>
        ${sheetKinds.map(
          (kind) => html`<a
            href=${this.addressOf(kind)}
            data-test="sheet-${kind}"
            aria-current=${kind === this.sheet ? 'page' : 'false'}
            >${sheetName(kind)}</a
          >`,
        )}
      </nav>
      <sb-language-switch></sb-language-switch>
      <button type="button" class="print" data-test="print" ?disabled=${!this.printed} @click=${() => print()}>
        ${lineIcon('printer')}${msg('Drucken')}
      </button>
    </header>`;
  }

  private renderSheet(): TemplateResult {
    const { printed, problem, sheet } = this;
    if (this.lessonId === '')
      return message(
        msg('Hier steht noch keine Lektion. Wählen Sie auf der Lehrkraftseite eine aus.'),
        teacherLink(),
      );
    if (problem) return html`<sb-problem-note class="trouble" .problem=${problem}></sb-problem-note>`;
    if (!printed) return message(msg('Die Lektion wird geladen …'), nothing);
    if (sheet === 'worksheet') return worksheet(printed);
    if (sheet === 'teacher') {
      return printed.notes
        ? teacherSheet(printed, printed.notes)
        : message(
            msg(
              'Dieses Blatt ist für Lehrkräfte. Bitte melden Sie sich auf der Lehrkraftseite an und öffnen Sie es dann noch einmal.',
            ),
            teacherLink(),
          );
    }
    return html`${
      printed.notes
        ? nothing
        : message(
            msg('Wenn Sie angemeldet sind, kommen Karten mit leichteren und schwereren Aufgaben dazu.'),
            teacherLink(),
          )
    }<sb-print-cards .printed=${printed}></sb-print-cards>`;
  }

  private addressOf(sheet: SheetKind): string {
    return `/print?${new URLSearchParams({ lesson: this.lessonId, sheet, language: language() })}`;
  }
}

function message(text: string, link: TemplateResult | typeof nothing): TemplateResult {
  return html`<div class="message"><p>${text}</p>${link}</div>`;
}

function teacherLink(): TemplateResult {
  return html`<p><a href="/teacher" data-test="to-teacher">${msg('Zur Lehrkraftseite')}</a></p>`;
}

/** What stands at the foot of each printed page; only a style sheet can say it. */
function pageFoot(title: string, sheet: string): TemplateResult {
  const quoted = (text: string) => `"${text.replace(/[^\p{L}\p{N} .,:!?()'’–-]/gu, '')}"`;
  const rules = `@page { @bottom-left { content: ${quoted(`Steckbrett – ${title} – ${sheet}`)} } }`;
  return html`<style>${rules}</style>`;
}

function sheetInAddress(): SheetKind {
  const asked = new URLSearchParams(location.search).get('sheet');
  return sheetKinds.find((kind) => kind === asked) ?? 'worksheet';
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-print-app': SbPrintApp;
  }
}
