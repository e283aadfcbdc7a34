import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { HistoryEntry } from '../../../server/api/contract/lending/stocktake.ts';
import { call } from '../../client/api.ts';
import { dateLocale, language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { AssociationLive } from '../live/association-live.ts';

/** Entries that the server gives at once; fewer: these were the first ever. */
const pageSize = 50;

/**
 * The history of a thing, a loan or a school, newest first; what stands there can't be changed. Whoever may change things
 * can add a note.
 */
@customElement('sb-lending-history')
@localized()
export class History extends LitElement {
  @property() assetId = '';
  @property() loanId = '';
  @property() schoolId = '';
  /** Who looks; without one there is no field for notes. */
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private entries: readonly HistoryEntry[] | null = null;
  @state() private more = false;
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @query('textarea') private field!: HTMLTextAreaElement;

  constructor() {
    super();
    new AssociationLive(this, {
      onChange: (_what, id) => {
        if (id === this.assetId || id === this.loanId || id === this.schoolId) void this.load();
      },
      onReturn: () => void this.load(),
    });
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('assetId') && !changed.has('loanId') && !changed.has('schoolId')) return;
    this.entries = null;
    if (this.assetId || this.loanId || this.schoolId) void this.load();
  }

  protected override render() {
    return html`<h2>${msg('Verlauf')}</h2>
      ${this.person?.duty && this.person.duty !== 'read-only' ? this.renderNote() : nothing}
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${this.entries ? this.renderEntries(this.entries) : this.problem ? nothing : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
  }

  private renderNote() {
    return html`<form @submit=${this.onNote}>
      <label for="note">${msg('Notiz')}</label>
      <textarea id="note" rows="2" maxlength="4000" required data-test="note-text"></textarea>
      <div class="foot">
        <p class="hint">${msg('Eine Notiz bleibt, wie sie ist.')}</p>
        <button class="button" ?disabled=${this.busy} data-test="note-add">${lineIcon('plus')}${msg('Notiz anfügen')}</button>
      </div>
    </form>`;
  }

  private renderEntries(entries: readonly HistoryEntry[]) {
    if (entries.length === 0) return html`<p class="quiet-text">${msg('Noch ist nichts geschehen.')}</p>`;
    const day = new Intl.DateTimeFormat(dateLocale(), {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return html`<ol data-test="history">
        ${entries.map(
          (entry) => html`<li class=${entry.kind === 'note' ? 'note' : ''}>
            <span class="mark">${entry.kind === 'note' ? lineIcon('pencil') : lendingIcon('history')}</span>
            <div>
              <p class="words">${entry[language()]}</p>
              <p class="hint">
                <time datetime=${new Date(entry.at).toISOString()}>${day.format(entry.at)}</time>
                ${entry.by ? html` · ${entry.by.name}` : nothing}
              </p>
            </div>
          </li>`,
        )}
      </ol>
      ${
        this.more
          ? html`<button class="button" type="button" @click=${() => this.load(entries.at(-1)?.at)}>
              ${msg('Frühere zeigen')}
            </button>`
          : nothing
      }`;
  }

  /** @param before ms since 1970: earlier ones, added at the end; left out: from the newest on. */
  private async load(before?: number): Promise<void> {
    const of = this.subject();
    try {
      const { entries } = await call('history', {}, { ...of, before });
      if (JSON.stringify(of) !== JSON.stringify(this.subject())) return;
      const known = before === undefined ? [] : (this.entries ?? []);
      const ids = new Set(known.map(({ id }) => id));
      this.entries = [...known, ...entries.filter(({ id }) => !ids.has(id))];
      this.more = entries.length >= pageSize;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  private async onNote(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.field.value.trim();
    if (this.busy || text === '') return;
    this.busy = true;
    try {
      const entry = await call('addNote', {}, { ...this.subject(), text });
      this.field.value = '';
      this.problem = null;
      if (!this.entries?.some(({ id }) => id === entry.id)) this.entries = [entry, ...(this.entries ?? [])];
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  private subject(): { assetId?: string; loanId?: string; schoolId?: string } {
    return {
      ...(this.assetId ? { assetId: this.assetId } : {}),
      ...(this.loanId ? { loanId: this.loanId } : {}),
      ...(this.schoolId ? { schoolId: this.schoolId } : {}),
    };
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-4);
      }

      form {
        display: grid;
        gap: var(--sb-space-1);
      }

      label {
        font-weight: 600;
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-2);
      }

      ol {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        grid-template-columns: 2rem minmax(0, 1fr);
        gap: var(--sb-space-3);
        padding-bottom: var(--sb-space-4);
        background: linear-gradient(var(--sb-line), var(--sb-line)) no-repeat 0.95rem 0 / 2px 100%;
      }

      li:last-child {
        background: none;
      }

      .mark {
        display: grid;
        place-items: center;
        width: 2rem;
        height: 2rem;
        border-radius: 50%;
        background: var(--sb-surface-sunk);
        color: var(--sb-ink-quiet);
      }

      .note .mark {
        background: var(--sb-copper-soft);
        color: var(--sb-copper);
      }

      .words {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-lending-history': History;
  }
}
