import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { ClassView } from '../../../server/live/contract/live.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { Countdown } from './countdown.ts';
import './delete-class.ts';
import { timeLeft } from './keep-words.ts';

interface Ended {
  readonly class: ClassView;
  readonly endedAt: number;
  readonly pupils: number;
}

/** Ended classes with the time that is left to them; nothing when there is none. Fires `record-open` with a class's id. */
@customElement('sb-ended-classes')
@localized()
export class EndedClasses extends LitElement {
  @state() private classes: readonly Ended[] = [];
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Countdown(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const left = this.classes.filter(({ class: { deletesAt } }) => (deletesAt ?? 0) > Date.now());
    if (left.length === 0 && !this.problem) return nothing;
    return html`<section aria-labelledby="ended">
      <h2 id="ended">${msg('Beendete Klassen')}</h2>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <ul>
        ${left.map((one) => html`<li class="panel" data-test="ended-class">${this.renderClass(one)}</li>`)}
      </ul>
    </section>`;
  }

  private renderClass({ class: one, endedAt, pupils }: Ended) {
    const day = new Date(endedAt).toLocaleDateString(dateLocale(), { day: 'numeric', month: 'long' });
    const when = timeLeft((one.deletesAt ?? 0) - Date.now());
    return html`<div class="what">
        <strong>${one.name}</strong>
        <span class="quiet-text">${pupils === 1 ? msg(str`${day} · 1 Kind`) : msg(str`${day} · ${pupils} Kinder`)}</span>
      </div>
      <span class="left" data-test="deleted-in"
        >${lineIcon('clock')}${when === null ? msg('wird gerade gelöscht') : msg(str`wird ${when} gelöscht`)}</span
      >
      <div class="deeds">
        <button
          class="button"
          type="button"
          data-test="ended-record"
          aria-label=${msg(str`Bericht von ${one.name}`)}
          @click=${() => this.openRecord(one.id)}
        >
          ${lineIcon('download')}${msg('Bericht')}
        </button>
        <sb-delete-class
          .classId=${one.id}
          .name=${one.name}
          @class-deleted=${() => this.load()}
        ></sb-delete-class>
      </div>`;
  }

  private openRecord(classId: string): void {
    this.dispatchEvent(new CustomEvent('record-open', { detail: classId, bubbles: true, composed: true }));
  }

  private async load(): Promise<void> {
    try {
      this.classes = (await call('endedClasses', {}, {})).classes;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      section {
        display: grid;
        gap: var(--sb-space-3);
      }

      ul {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        grid-template-columns: minmax(10rem, 1fr) minmax(12rem, auto) auto;
        align-items: center;
        gap: var(--sb-space-2) var(--sb-space-6);
        padding: var(--sb-space-3) var(--sb-space-3) var(--sb-space-3) var(--sb-space-6);
      }

      .what {
        display: grid;
        overflow-wrap: anywhere;
      }

      .left {
        display: inline-flex;
        align-items: center;
        gap: var(--sb-space-2);
        color: var(--sb-waiting);
        font-weight: 600;
      }

      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
      }

      @media (max-width: 52rem) {
        li {
          grid-template-columns: 1fr;
          padding: var(--sb-space-4);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-ended-classes': EndedClasses;
  }
}
