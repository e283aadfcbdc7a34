import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ClassState } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { type LineIcon, lineIcon } from '../ui/line-icons.ts';
import { tabStyles } from '../ui/tab-styles.ts';

/** What a teacher can look at in a class. */
export const classRooms = ['live', 'collect', 'goals', 'pis', 'papers'] as const;
export type ClassRoom = (typeof classRooms)[number];

/** The rooms of a class as tabs; arrow keys go from one to the next. Fires `choose` with the room. */
@customElement('sb-class-tabs')
@localized()
export class ClassTabs extends LitElement {
  @property() room: ClassRoom = 'live';
  @property({ attribute: false }) now!: ClassState;

  protected override render() {
    const handedIn = this.now.seats.filter(({ handIn }) => handIn.state === 'handed-in').length;
    return html`<div class="tabs" role="tablist" aria-label=${msg('Ansichten der Klasse')} @keydown=${this.onKey}>
      ${this.tab('live', 'users', msg('Klasse'))} ${this.tab('collect', 'inbox', msg('Abgaben'), handedIn)}
      ${this.tab('goals', 'flag', msg('Ziele'))} ${this.tab('pis', 'cpu', msg('Pis'))}
      ${this.tab('papers', 'printer', msg('Unterlagen'))}
    </div>`;
  }

  private tab(room: ClassRoom, icon: LineIcon, words: string, count = 0) {
    const chosen = room === this.room;
    return html`<button
      type="button"
      role="tab"
      id=${room}
      data-test="room-${room}"
      aria-selected=${chosen}
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.choose(room)}
    >
      ${lineIcon(icon)}${words}${count > 0 ? html`<b class="count">${count}</b>` : nothing}
    </button>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // Where the tabs are wider than the page, the chosen one is in sight.
    if (changed.has('room'))
      this.renderRoot
        .querySelector('[aria-selected="true"]')
        ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }

  private onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const index = classRooms.indexOf(this.room) + step;
    const next = classRooms[(index + classRooms.length) % classRooms.length]!;
    this.choose(next);
    this.renderRoot.querySelector<HTMLElement>(`#${next}`)?.focus();
  }

  private choose(room: ClassRoom): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: room }));
  }

  static override styles = [
    controlStyles,
    tabStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .count {
        min-width: 1.6em;
        padding: 0 0.4em;
        border-radius: 99px;
        background: var(--sb-copper-soft);
        color: var(--sb-copper);
        text-align: center;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-tabs': ClassTabs;
  }
}
