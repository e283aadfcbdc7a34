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
/** A card that is higher than its rows by this share is drawn smaller rather than given another row. */
const most = 0.25;

/**
 * The cards of a lesson on pages, with lines to cut along. Cards are measured with their pictures before they are laid
 * out: a long hint gets two heights, or more. No shadow root, as the page's print styles say how it looks.
 */
@customElement('sb-print-cards')
@localized()
export class SbPrintCards extends LitElement {
  @property({ attribute: false }) printed!: PrintedLesson;

  /** How many rows each card takes, and how much it is drawn smaller to fit; `null` until they have been measured. */
  @state() private sizes: readonly { readonly rows: number; readonly zoom: number }[] | null = null;
  private cards: readonly Card[] = [];

  /** Resolves when all cards lie where they will be printed. */
  get laidOut(): boolean {
    return this.sizes !== null;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.cards = cardsOf(this.printed);
    if (changed.has('printed')) this.sizes = null;
  }

  protected override updated(): void {
    if (!this.sizes) void this.measure(this.printed);
  }

  private async measure(printed: PrintedLesson): Promise<void> {
    await picturesDrawn(this);
    if (printed !== this.printed || this.sizes) return;
    this.sizes = [...this.querySelectorAll<HTMLElement>('.measuring > *')].map((card) => {
      const height = card.offsetHeight / unit;
      const rows = Math.min(cardRows, Math.max(1, Math.ceil(height / (1 + most))));
      return { rows, zoom: Math.min(1, rows / height) };
    });
  }

  override render() {
    const { sizes, cards } = this;
    const { title } = this.printed.lesson;
    if (!sizes) return html`<div class="measuring">${cards.map((card) => drawCard(card, title))}</div>`;
    return html`${packCards(sizes.map(({ rows }) => rows)).map(
      (page, index) => html`<section class="card-page" aria-label="${msg('Karten')} ${index + 1}">
        ${page.map(
          (column) => html`<div class="card-column">
            ${column.map(
              (
                index,
              ) => html`<div class="card-place" style="height:${sizes[index]!.rows * 67}mm;--zoom:${sizes[index]!.zoom}">
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
