import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { HistoryEntry } from '../../../server/api/contract/lending/stocktake.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { Sending } from '../../ui/sending.ts';
import { AssociationLive } from '../live/association-live.ts';
import './erase-entry.ts';
import { foldErased } from './fold-erased.ts';
import { historyEntry } from './history-entry.ts';
import { historyStyles } from './history-styles.ts';

/** A note can be taken back for so long, ms. */
const undoTime = 6000;

/** What a history is of. */
type Subject = { assetId?: string; loanId?: string; schoolId?: string };

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
  /** A note that can still be taken back, and what it is of. */
  @state() private pending: { readonly text: string; readonly of: Subject } | null = null;
  private readonly sending = new Sending(this);
  private timer: ReturnType<typeof setTimeout> | undefined;
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

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.writeNote);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.writeNote);
    void this.writeNote();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('assetId') && !changed.has('loanId') && !changed.has('schoolId')) return;
    this.entries = null;
    void this.writeNote();
    if (this.assetId || this.loanId || this.schoolId) void this.load();
  }

  protected override render() {
    return html`<h2>${msg('Verlauf')}</h2>
      ${this.person?.duty && this.person.duty !== 'read-only' ? this.renderNote() : nothing}
      <sb-problem-note .problem=${this.sending.problem ?? this.problem}></sb-problem-note>
      ${this.pending ? this.renderPending(this.pending.text) : nothing}
      ${this.entries ? this.renderEntries(this.entries) : this.problem ? nothing : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
  }

  private renderNote() {
    return html`<form @submit=${this.onNote}>
      <label for="note">${msg('Notiz')}</label>
      <textarea id="note" rows="2" maxlength="4000" required data-test="note-text"></textarea>
      <div class="foot">
        <p class="hint">${msg('Eine Notiz bleibt, wie sie ist.')}</p>
        <button class="button" ?disabled=${this.sending.busy} data-test="note-add">${lineIcon('plus')}${msg('Notiz anfügen')}</button>
      </div>
    </form>`;
  }

  private renderPending(text: string) {
    return html`<sb-notice tone="good" data-test="note-pending">
      <span class="words">${text}</span>
      <button slot="action" class="button" type="button" ?disabled=${this.sending.busy} data-test="note-undo" @click=${this.takeBack}>
        ${lendingIcon('undo-2')}${msg('Zurücknehmen')}
      </button>
    </sb-notice>`;
  }

  private renderEntries(entries: readonly HistoryEntry[]) {
    if (entries.length === 0 && !this.pending)
      return html`<p class="quiet-text">${msg('Noch ist nichts geschehen.')}</p>`;
    return html`<ol data-test="history">
        ${repeat(
          foldErased(entries),
          ([{ id }]) => id,
          ([entry, ...folded]) => html`<li>
            ${historyEntry(entry, folded)}
            ${entry.kind === 'note' && !entry.erased && this.person?.duty === 'admin' ? html`<sb-erase-entry .entry=${entry}></sb-erase-entry>` : nothing}
          </li>`,
        )}
      </ol>
      ${
        this.more
          ? html`<button class="button" type="button" data-test="history-more" @click=${() => this.load(entries.at(-1)?.at)}>
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
      if (!this.isOf(of)) return;
      const known = before === undefined ? [] : (this.entries ?? []);
      const ids = new Set(known.map(({ id }) => id));
      this.entries = [...known, ...entries.filter(({ id }) => !ids.has(id))];
      this.more = entries.length >= pageSize;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  /** A note can't be changed once it is written: so it waits a moment in which it can be taken back. */
  private async onNote(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text === '') return;
    // One that still waits is written now.
    await this.writeNote();
    if (this.pending) return;
    this.field.value = '';
    this.pending = { text, of: this.subject() };
    this.timer = setTimeout(() => void this.writeNote(), undoTime);
  }

  private takeBack(): void {
    clearTimeout(this.timer);
    const text = this.pending?.text ?? '';
    this.pending = null;
    // What was begun meanwhile stays below it.
    this.field.value = [text, this.field.value.trim()].filter((one) => one !== '').join('\n');
    this.field.focus();
  }

  /** Also where the page is left: nobody has taken it back. */
  private readonly writeNote = async (): Promise<void> => {
    clearTimeout(this.timer);
    const { pending } = this;
    if (!pending) return;
    await this.sending.do(async () => {
      const entry = await call('addNote', {}, { ...pending.of, text: pending.text }, { keepalive: true });
      if (this.pending === pending) this.pending = null;
      if (this.isOf(pending.of) && !this.entries?.some(({ id }) => id === entry.id))
        this.entries = [entry, ...(this.entries ?? [])];
    });
  };

  private isOf(of: Subject): boolean {
    return JSON.stringify(of) === JSON.stringify(this.subject());
  }

  private subject(): Subject {
    return {
      ...(this.assetId ? { assetId: this.assetId } : {}),
      ...(this.loanId ? { loanId: this.loanId } : {}),
      ...(this.schoolId ? { schoolId: this.schoolId } : {}),
    };
  }

  static override styles = [controlStyles, formStyles, historyStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-lending-history': History;
  }
}
