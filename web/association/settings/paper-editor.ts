import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import * as z from 'zod/mini';
import './paper-pages.ts';
import './place-chips.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PaperPreview } from '../../../server/api/contract/lending/paper-preview.ts';
import type { PaperKind, PaperTemplate } from '../../../server/api/contract/lending/papers.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { personName } from '../../ui/person-name.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { Sending } from '../../ui/sending.ts';
import { KeptDraft } from './kept-draft.ts';
import { insertAtCursor } from './place-chips.ts';
import { settingsStyles } from './settings-styles.ts';

/** After so long without a key the preview follows, ms. */
const pause = 600;
const draftSchema = z.object({ text: z.string(), version: z.int() });

/** The text of one kind of paper beside the pages it makes. */
@customElement('sb-paper-editor')
@localized()
export class PaperEditor extends LitElement {
  @property() kind: PaperKind = 'agreement';
  @property({ attribute: false }) template!: PaperTemplate;
  /** Who looks may change nothing; without `preview` they see the text alone. */
  @property({ type: Boolean }) locked = false;
  @property({ type: Boolean }) preview = false;

  @state() private text = '';
  /** The version that the text began from. */
  @state() private version = 0;
  @state() private donation = false;
  @state() private shown: PaperPreview | null = null;
  @state() private refused: Problem | null = null;
  private readonly saving = new Sending(this);
  @query('textarea') private field!: HTMLTextAreaElement;
  #draft = new KeptDraft('', draftSchema);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#draft = new KeptDraft(`paper-${this.kind}`, draftSchema);
    const kept = this.locked ? null : this.#draft.read();
    this.text = kept?.text ?? this.template.text;
    this.version = kept?.version ?? this.template.version;
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#round += 1;
  }

  private get changed(): boolean {
    return this.text !== this.template.text;
  }

  protected override render() {
    return html`<div class="columns">
      <div class="write">
        ${this.renderState()}
        <label class="visually-hidden" for="text">${msg('Text mit Platzhaltern')}</label>
        <textarea
          id="text"
          data-test="paper-text"
          maxlength="40000"
          spellcheck="true"
          lang="de"
          ?readonly=${this.locked}
          .value=${this.text}
          @input=${this.onInput}
        ></textarea>
        <sb-problem-note .problem=${this.saving.problem}></sb-problem-note>
        ${this.locked ? nothing : this.renderActions()}
        <p class="hint">
          ${msg('# Überschrift · **fett** · - Liste · | Tabelle |. Die mitgelieferten Texte sind Vorlagen und keine Rechtsberatung. Was unterschrieben ist, behält seinen Text.')}
        </p>
      </div>
      ${this.preview ? this.renderPreview() : nothing}
    </div>`;
  }

  private renderState() {
    const { changedAt, changedBy, version } = this.template;
    const day = changedAt === null ? '' : new Date(changedAt).toLocaleDateString(dateLocale());
    const by = changedBy ? personName(changedBy) : '–';
    return html`<p class="hint" role="status" data-test="paper-state">
      ${
        this.changed
          ? msg(
              'Noch nicht gespeichert. Ihr Text bleibt in diesem Browser-Tab, auch wenn Sie die Seite wechseln.',
            )
          : version === 0
            ? msg('Mitgelieferter Text')
            : msg(str`Fassung ${version}, ${day}, ${by}`)
      }
    </p>`;
  }

  private renderActions() {
    return html`<sb-place-chips
        .places=${this.template.places}
        @place=${(event: CustomEvent<string>) => insertAtCursor(this.field, event.detail)}
      ></sb-place-chips>
      <div class="row">
        <button
          class="button primary"
          type="button"
          data-test="paper-save"
          ?disabled=${this.saving.busy || !this.changed}
          @click=${this.save}
        >
          ${msg('Speichern')}
        </button>
        <button class="button" type="button" data-test="paper-drop" ?disabled=${!this.changed} @click=${() => this.set(this.template.text)}>
          ${lineIcon('rotate-ccw')}${msg('Verwerfen')}
        </button>
        ${
          this.text === this.template.defaultText
            ? nothing
            : html`<button class="button quiet" type="button" data-test="paper-default" @click=${() => this.set(this.template.defaultText)}>
              ${msg('Mitgelieferten Text einsetzen')}
            </button>`
        }
      </div>`;
  }

  private renderPreview() {
    const link = this.shown && `data:application/pdf;base64,${this.shown.pdf}`;
    return html`<section class="look" aria-label=${msg('Vorschau')}>
      <div class="row">
        ${
          this.kind === 'return'
            ? nothing
            : html`<label class="choice">
              <input
                type="checkbox"
                data-test="paper-donation"
                .checked=${this.donation}
                @change=${(event: Event) => {
                  this.donation = (event.target as HTMLInputElement).checked;
                  void this.look();
                }}
              />
              ${msg('als Spende')}
            </label>`
        }
        ${
          link
            ? html`<a class="button" href=${link} download="Entwurf.pdf">${lendingIcon('file-text')}PDF</a>`
            : nothing
        }
      </div>
      <sb-problem-note .problem=${this.refused}></sb-problem-note>
      ${
        this.shown
          ? html`<sb-paper-pages tabindex="0" role="group" aria-label=${msg('Vorschau')} .pages=${this.shown.pages}></sb-paper-pages>`
          : this.refused
            ? nothing
            : html`<p role="status">${msg('Vorschau wird gezeichnet …')}</p>`
      }
    </section>`;
  }

  private onInput(): void {
    this.keep(this.field.value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), pause);
  }

  private set(text: string): void {
    this.keep(text);
    void this.look();
  }

  private keep(text: string): void {
    // Whoever begins to write, begins from what they see.
    if (!this.changed) this.version = this.template.version;
    this.text = text;
    this.saving.forget();
    this.#draft.write(this.changed ? { text, version: this.version } : null);
  }

  /** Draws the text as it is now; an answer that was overtaken is dropped. */
  private async look(): Promise<void> {
    if (!this.preview) return;
    this.#round += 1;
    const round = this.#round;
    try {
      const shown = await call(
        'previewPaperTemplate',
        { kind: this.kind },
        { text: this.text, donation: this.donation },
      );
      if (round !== this.#round) return;
      this.shown = shown;
      this.refused = null;
    } catch (error) {
      if (round === this.#round) this.refused = problemOf(error);
    }
  }

  private async save(): Promise<void> {
    await this.saving.do(async () => {
      const { text, version } = this;
      this.template = await call('savePaperTemplate', { kind: this.kind }, { text, version });
      this.version = this.template.version;
      if (!this.changed) this.#draft.write(null);
      this.dispatchEvent(new CustomEvent('saved', { detail: this.template }));
    });
  }

  static override styles = [
    controlStyles,
    settingsStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
        gap: var(--sb-space-6);
        align-items: start;
      }

      .write,
      .look {
        display: grid;
        gap: var(--sb-space-3);
        min-width: 0;
      }

      textarea {
        min-height: 34rem;
        font-family: var(--sb-font-code);
        font-size: var(--sb-text-s);
      }

      sb-paper-pages {
        max-height: 60rem;
        overflow: auto;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-paper-editor': PaperEditor;
  }
}
