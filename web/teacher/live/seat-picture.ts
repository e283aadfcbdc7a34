import { localized } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './block-miniature.ts';
import type { LessonView } from '../../../server/api/contract/endpoints.ts';
import type { PictureStore } from './picture-store.ts';
import type { SeatWorks } from './seat-works.ts';

/** A seat's blocks as they are now: it hears the seat's news itself, so that nothing around it is drawn anew. */
@customElement('sb-seat-picture')
@localized()
export class SeatPicture extends LitElement {
  @property({ attribute: false }) works!: SeatWorks;
  @property({ attribute: false }) pictures!: PictureStore;
  @property({ attribute: false }) seatId = '';
  /** The seat's lesson, for how its work begins and how its parts are called. */
  @property({ attribute: false }) lesson: LessonView | undefined;
  @property({ type: Boolean }) whole = false;
  @property({ attribute: false }) glowing: ReadonlySet<string> = new Set();
  @property({ attribute: false }) failed: string | null = null;

  private end: (() => void) | undefined;
  private heard = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end?.();
    this.heard = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override render() {
    if (this.heard !== this.seatId) {
      this.end?.();
      this.end = this.works.listen(this.seatId, () => this.requestUpdate());
      this.heard = this.seatId;
    }
    const work = this.works.get(this.seatId);
    // Without the lesson its parts have no names yet.
    const blocks = work && this.lesson && (work.blocks ?? this.lesson.starter);
    return html`<sb-block-miniature
      .blocks=${blocks ?? null}
      .wiring=${this.lesson?.wiring ?? noWiring}
      .pictures=${this.pictures}
      .whole=${this.whole}
      .glowing=${this.glowing}
      .failed=${this.failed}
    ></sb-block-miniature>`;
  }

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }

    sb-block-miniature {
      height: 100%;
    }
  `;
}

const noWiring = { parts: [] };

declare global {
  interface HTMLElementTagNameMap {
    'sb-seat-picture': SeatPicture;
  }
}
