import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './pupil-row.ts';
import '../ui/dialog-frame.ts';
import type { SeatView } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** A button that opens what a teacher may do with those who sit at a seat: rename, help back in, remove. */
@customElement('sb-seat-pupils')
@localized()
export class SeatPupils extends LitElement {
  @property({ attribute: false }) seat!: SeatView;

  @state() private open = false;

  protected override render() {
    const { nickname, pupils } = this.seat;
    return html`<button
        class="button quiet"
        type="button"
        data-test="seat-pupils"
        aria-haspopup="dialog"
        aria-label=${msg(str`${nickname}: Name und Code`)}
        title=${msg('Name und Code')}
        @click=${() => {
          this.open = true;
        }}
      >
        ${lineIcon('pencil')}
      </button>
      <sb-dialog-frame
        .open=${this.open}
        .heading=${nickname}
        @close=${() => {
          this.open = false;
        }}
      >
        <div class="pupils">
          ${
            // Made anew at each opening: a code that was shown is not shown again.
            this.open
              ? repeat(
                  pupils,
                  ({ id }) => id,
                  (pupil) =>
                    html`<sb-pupil-row .pupil=${pupil} .alone=${pupils.length === 1}></sb-pupil-row>`,
                )
              : ''
          }
        </div>
      </sb-dialog-frame>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        flex: none;
      }

      .pupils {
        display: grid;
        gap: var(--sb-space-6);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-seat-pupils': SeatPupils;
  }
}
