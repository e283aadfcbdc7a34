import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './school-by-hand.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { OpenSchool } from '../../../server/api/contract/lending/schools.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { Sending } from '../../ui/sending.ts';
import { schoolTypeName } from './school-words.ts';

const shown = 20;
/** After the last key the search waits so long, in ms. */
const pause = 250;

/**
 * A dialog that adds a school: looked up in the open school data, or written by hand.
 *
 * @fires added with the school's id; close; import-open-data when somebody wants to read the data in first.
 */
@customElement('sb-add-school')
@localized()
export class AddSchool extends LitElement {
  @property({ type: Boolean }) open = false;

  @state() private words = '';
  /** null: the server has not answered yet. */
  @state() private found: readonly OpenSchool[] | null = null;
  @state() private total = 0;
  /** Whether there is open school data; null: not known yet. */
  @state() private imported: boolean | null = null;
  /** Why the open data could not be asked. */
  @state() private problem: Problem | null = null;
  private readonly adding = new Sending(this);
  #typing: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    this.words = '';
    this.found = null;
    this.total = 0;
    this.problem = null;
    this.adding.forget();
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override render() {
    return html`<sb-dialog-frame
      .open=${this.open}
      .heading=${msg('Schule hinzufügen')}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      ${
        this.open
          ? html`<div class="ways">${this.renderSearch()}<sb-school-by-hand
          @added=${(event: CustomEvent<string>) => this.dispatchEvent(new CustomEvent('added', { detail: event.detail }))}
          @close=${() => this.dispatchEvent(new Event('close'))}
        ></sb-school-by-hand></div>`
          : nothing
      }
    </sb-dialog-frame>`;
  }

  private renderSearch() {
    if (this.imported === false) {
      return html`<p class="hint">
        ${msg('Mit den offenen Schuldaten können Sie Schulen suchen, statt sie abzuschreiben.')}
        <button
          class="link"
          type="button"
          @click=${() => this.dispatchEvent(new Event('import-open-data'))}
        >
          ${msg('Schuldaten einlesen')}
        </button>
      </p>`;
    }
    return html`<section>
      <div class="field">
        <label for="words">${msg('Schule suchen')}</label>
        <input
          id="words"
          type="search"
          autocomplete="off"
          placeholder=${msg('Name, Ort oder PLZ')}
          data-test="open-school-search"
          @input=${(event: InputEvent) => this.#later((event.target as HTMLInputElement).value)}
        />
      </div>
      <sb-problem-note .problem=${this.problem ?? this.adding.problem}></sb-problem-note>
      ${this.words.trim() === '' ? nothing : this.renderFound()}
    </section>`;
  }

  private renderFound() {
    if (!this.found) return nothing;
    if (this.found.length === 0) return html`<p class="hint" role="status">${msg('Nichts gefunden.')}</p>`;
    return html`<ul>
        ${this.found.map(
          (school) => html`<li>
            <button
              class="found"
              type="button"
              ?disabled=${this.adding.busy}
              data-test="take-open-school"
              @click=${() => this.take(school)}
            >
              <strong>${school.name}</strong>
              <span class="quiet-text">
                ${[`${school.zip} ${school.city}`.trim(), schoolTypeName(school.type)].filter((word) => word !== '').join(' · ')}
              </span>
              ${school.matches ? html`<span class="known">${lineIcon('circle-check')}${msg('schon hier; wird ergänzt')}</span>` : nothing}
            </button>
          </li>`,
        )}
      </ul>
      ${this.total > this.found.length ? html`<p class="hint">${msg('Es gibt mehr; geben Sie mehr vom Namen ein.')}</p>` : nothing}`;
  }

  #later(words: string): void {
    this.words = words;
    // What was found for other words is not offered under these.
    this.found = null;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.look(), pause);
  }

  private async look(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.problem = null;
    try {
      const { schools, total, importedAt } = await call(
        'openSchools',
        {},
        { text: this.words, limit: shown },
      );
      if (round !== this.#round) return;
      this.found = schools;
      this.total = total;
      this.imported = importedAt !== null;
    } catch (error) {
      if (round === this.#round) this.problem = problemOf(error);
    }
  }

  private take({ openDataId }: OpenSchool): Promise<void> {
    return this.#add(async () => (await call('takeOpenSchool', { openDataId }, {})).id);
  }

  async #add(work: () => Promise<string>): Promise<void> {
    await this.adding.do(async () => {
      this.dispatchEvent(new CustomEvent('added', { detail: await work() }));
    });
  }

  static override styles = [
    controlStyles,
    css`
      .ways,
      section {
        display: grid;
        gap: var(--sb-space-4);
      }

      section {
        gap: var(--sb-space-2);
      }

      ul {
        display: grid;
        max-height: 18rem;
        margin: 0;
        padding: 0;
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius-s);
        overflow-y: auto;
        list-style: none;
      }

      .found {
        display: grid;
        gap: 2px;
        width: 100%;
        min-height: var(--sb-touch);
        padding: var(--sb-space-2) var(--sb-space-3);
        border: none;
        border-bottom: 1px solid var(--sb-line);
        background: transparent;
        color: var(--sb-ink);
        font: inherit;
        text-align: left;
        cursor: pointer;
      }

      .found:hover {
        background: var(--sb-surface-sunk);
      }

      .found:focus-visible {
        outline-offset: -3px;
      }

      .known {
        display: flex;
        align-items: center;
        gap: var(--sb-space-1);
        color: var(--sb-good);
        font-size: var(--sb-text-s);
      }

      .link {
        min-height: var(--sb-touch);
        padding: 0;
        border: none;
        background: none;
        color: var(--sb-action);
        font: inherit;
        text-decoration: underline;
        cursor: pointer;
      }

    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-add-school': AddSchool;
  }
}
