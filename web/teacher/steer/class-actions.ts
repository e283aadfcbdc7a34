import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { problemOf } from '../../ui/problem-text.ts';
import type { ClassWatch } from '../class-watch.ts';
import './hold-button.ts';
import './note-menu.ts';
import './send-menu.ts';

/** What a teacher does to the class: send, eyes to the front, programs off, a note. The first and the last may go to the chosen seats only. */
@customElement('sb-class-actions')
@localized()
export class ClassActions extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) watch!: ClassWatch;
  /** Ids of the chosen seats; none: all. */
  @property({ attribute: false }) selected: readonly string[] = [];

  @state() private problem: Problem | null = null;

  protected override render() {
    const { watch, selected } = this;
    return html`<div class="bar" role="group" aria-label=${msg('Für die Klasse')} data-test="class-actions">
        <sb-send-menu big .watch=${watch} .seats=${selected}></sb-send-menu>
        <sb-hold-button .watch=${watch} what="eyes-up" @failed=${this.onFailed}></sb-hold-button>
        <sb-hold-button .watch=${watch} what="programs-off" @failed=${this.onFailed}></sb-hold-button>
        <sb-note-menu .watch=${watch} .seats=${selected}></sb-note-menu>
      </div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>`;
  }

  private readonly onFailed = (event: CustomEvent<unknown>) => {
    this.problem = problemOf(event.detail);
  };

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-actions': ClassActions;
  }
}
