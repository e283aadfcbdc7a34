import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import scissors from 'lucide-static/icons/scissors.svg?raw';
import { type Card, cardsOf, drawCard } from './card.ts';
import { cardRows, packCards } from './pack-cards.ts';
import { picturesDrawn } from './pictures-drawn.ts';
import type { PrintedLesson } from './printed-lesson.ts';

/** Height of the smallest card in CSS px: 67 mm, four of them on a page. */
const unit = (67 / 25.4) * 96;

/**
 * The cards of a lesson on pages, with lines to cut along. Cards are measured with their pictures before they are laid
 * out: a long hint gets two heights, or more. No shadow root, as the page's print styles say how it looks.
 */
@localized()
@customElement('sb-print-cards')
export class SbPrintCards extends LitElement {
  @property({ attribute: false }) printed!: PrintedLesson;

  /** How many rows each card takes; `null` until they have been measured. */
  @state() private heights: readonly number[] | null = null;
  private cards: readonly Card[] = [];

  /** Resolves when all cards lie where they will be printed. */
  get laidOut(): boolean {
    return this.heights !== null;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.cards = cardsOf(this.printed);
    if (changed.has('printed')) this.heights = null;
  }

  protected override updated(): void {
    if (!this.heights) void this.measure(this.printed);
  }

  private async measure(printed: PrintedLesson): Promise<void> {
    await picturesDrawn(this);
    if (printed !== this.printed || this.heights) return;
    this.heights = [...this.querySelectorAll<HTMLElement>('.measuring > *')].map((card) =>
      Math.min(cardRows, Math.ceil((card.offsetHeight - 2) / unit)),
    );
  }

  override render() {
    const { heights, cards } = this;
    const { title } = this.printed.lesson;
    if (!heights) return html`<div class="measuring">${cards.map((card) => drawCard(card, title))}</div>`;
    return html`${packCards(heights).map(
      (page) => html`<section class="card-page" aria-label=${msg('Karten')}>
        ${page.map(
          (column) => html`<div class="card-column">
            ${column.map(
              (index) => html`<div class="card-place" style="height:${heights[index]! * 67}mm">
                <span class="scissors" aria-hidden="true">${unsafeHTML(scissors)}</span>${cards[index] ? drawCard(cards[index], title) : nothing}
              </div>`,
            )}
          </div>`,
        )}
      </section>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-print-cards': SbPrintCards;
  }
}
