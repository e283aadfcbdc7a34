import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ClassNote, PupilState } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { steeringIcon } from '../../ui/steering-icons.ts';
import { rememberRead, wasRead } from './read-notes.ts';

/** A few words of the teacher, until the pupil puts them away or they are withdrawn; a new note comes again. */
@customElement('sb-class-note')
@localized()
export class SbClassNote extends LitElement {
  @property({ attribute: false }) pupil: PupilState | null = null;

  /** The note that was put away in this page. */
  @state() private read: string | null = null;

  override render() {
    const note = this.pupil?.class.state === 'active' ? this.pupil.note : null;
    const shown = note && note.id !== this.read && !wasRead(note.id) ? note : null;
    // The region is there before its words, so that a screen reader reads them when they come.
    return html`<div role="status">${shown ? this.card(shown) : nothing}</div>`;
  }

  private card(note: ClassNote) {
    return html`<section class="panel" aria-label=${msg('Von deiner Lehrkraft')} data-test="class-note">
      <span class="icon">${steeringIcon('megaphone')}</span>
      <p><small>${msg('Von deiner Lehrkraft')}</small>${note.text}</p>
      <button type="button" class="button" data-test="class-note-read" @click=${() => this.putAway(note)}>
        ${msg('Alles klar')}
      </button>
    </section>`;
  }

  private putAway({ id }: ClassNote): void {
    rememberRead(id);
    this.read = id;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      section.panel {
        margin: var(--sb-space-2) var(--sb-space-3);
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--sb-space-2) var(--sb-space-3);
        padding: var(--sb-space-2) var(--sb-space-3);
        border: none;
        border-left: 6px solid var(--sb-copper);
        background: var(--sb-copper-soft);
        color: var(--sb-ink);
        animation: arrive calc(2 * var(--sb-motion)) ease-out;
      }

      .icon {
        display: grid;
        color: var(--sb-copper);
      }

      .icon svg.lucide {
        width: 1.75rem;
        height: 1.75rem;
      }

      p {
        font-size: var(--sb-text-l);
        font-weight: 700;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }

      small {
        display: block;
        font-size: var(--sb-text-s);
        font-weight: 400;
      }

      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(-0.75rem);
        }
      }

      @media (max-width: 599px) {
        section.panel {
          grid-template-columns: auto minmax(0, 1fr);
        }

        .button {
          grid-column: 2;
          justify-self: start;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-note': SbClassNote;
  }
}
