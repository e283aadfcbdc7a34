import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import { type ClassPrivacy, pupilEndpoints } from '../../server/api/contract/pupil-endpoints.ts';
import { deletionTime } from '../../server/live/contract/keep-time.ts';
import { callEndpoint } from '../client/call-endpoint.ts';
import { dateLocale } from '../locales/locale.ts';
import { isClassCode, tidyCode } from '../pupil/class-code.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';

/** What is kept of one class, and until when: asked for by its code, typed or given. */
@customElement('sb-class-facts')
@localized()
export class ClassFacts extends LitElement {
  @property() code = '';

  @state() private facts: ClassPrivacy | null = null;
  @state() private problem: Problem | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (isClassCode(this.code)) void this.ask();
  }

  protected override render() {
    return html`<section class="panel" aria-labelledby="mine">
      <h2 id="mine">${this.facts ? this.facts.name : msg('Deine Klasse')}</h2>
      ${this.facts ? this.renderFacts(this.facts) : this.renderForm()}
    </section>`;
  }

  private renderForm() {
    return html`<form @submit=${this.onSubmit} novalidate>
        <div class="field">
          <label for="code">${msg('Klassencode')}</label>
          <input
            id="code"
            data-test="privacy-code"
            .value=${this.code}
            @input=${this.onCode}
            placeholder="K7F-3XM"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
          />
        </div>
        <button class="button primary" data-test="privacy-go">${msg('Nachsehen')}</button>
      </form>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>`;
  }

  private renderFacts({ school, state, keepDays, deletesAt }: ClassPrivacy) {
    return html`<p>${school === null ? msg('Verantwortlich: der Verein, der diesen Server betreibt.') : msg(str`Verantwortlich: ${school}.`)}</p>
      <p class="when" data-test="privacy-when">
        ${lineIcon('clock')}<strong>${state === 'active' ? this.planned(keepDays) : this.due(deletesAt)}</strong>
      </p>
      ${
        state === 'active' && keepDays > 0
          ? html`<p class="quiet-text">${msg('Deine Lehrkraft kann das noch ändern.')}</p>`
          : nothing
      }`;
  }

  private planned(keepDays: number): string {
    if (keepDays === 0) return msg('Mit dem Ende der Klasse wird alles gelöscht.');
    const day = this.day(deletionTime(Date.now(), keepDays) - 1);
    if (keepDays === 1)
      return msg(str`1 Tag nach dem Ende der Klasse wird alles gelöscht. Endet sie heute: am ${day}.`);
    // A number that no school year reaches stands for its end.
    if (keepDays > 300)
      return msg(str`Am Ende des Schuljahres wird alles gelöscht. Endet die Klasse heute: am ${day}.`);
    return msg(
      str`${keepDays} Tage nach dem Ende der Klasse wird alles gelöscht. Endet sie heute: am ${day}.`,
    );
  }

  private due(deletesAt: number | null): string {
    const day = this.day(deletesAt ?? Date.now());
    return msg(str`Die Klasse ist beendet. Am ${day} wird alles gelöscht.`);
  }

  private day(at: number): string {
    return new Date(at).toLocaleDateString(dateLocale(), { day: 'numeric', month: 'long', year: 'numeric' });
  }

  private onCode(event: InputEvent): void {
    this.code = (event.target as HTMLInputElement).value;
    this.problem = null;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.code = tidyCode(this.code);
    if (this.code !== '') void this.ask();
  }

  private async ask(): Promise<void> {
    this.problem = null;
    try {
      this.facts = await callEndpoint(pupilEndpoints.classPrivacy, { code: this.code }, {});
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
        padding: var(--sb-space-6);
        border-left: 6px solid var(--sb-board);
      }

      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--sb-space-3);
      }

      input {
        max-width: 14rem;
        font: 700 var(--sb-text-l) var(--sb-font-code);
      }

      .when {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        padding: var(--sb-space-3) var(--sb-space-4);
        border-radius: var(--sb-radius);
        background: var(--sb-good-soft);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-facts': ClassFacts;
  }
}
