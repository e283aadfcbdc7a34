import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { language } from '../../locales/locale.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf, problemText } from '../../ui/problem-text.ts';
import { type CodeEditor, codeOf, type NoCode, pythonFileName, type ShownCode } from './code-of.ts';
import { codeStyles } from './code-styles.ts';
import './code-text.ts';
import { BlockInText } from './block-in-text.ts';
import type { TextChosen } from './code-text.ts';
import { type CodeLanguage, longest } from './colour-code.ts';
import { copyText, downloadText } from './take-home.ts';

/** Time without a change after which the text is made anew, ms; a long one takes longer to make. */
const rest = { short: 150, long: 600 };

/** What is known of a language's text. */
type Shown = ShownCode | { readonly problem: Problem; readonly none?: never };

const names: Readonly<Record<CodeLanguage, string>> = { javascript: 'JavaScript', python: 'Python' };

/**
 * The program as text beside its blocks, in JavaScript, in Python, or in both. It can be read, copied and taken home,
 * not written. Fires `block-chosen` with `{ block }` when somebody goes to a block from its text; while they only move
 * along the text, its block is marked.
 */
@customElement('sb-code')
@localized()
export class SbCode extends LitElement {
  @property({ attribute: false }) editor: CodeEditor | null = null;
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  /** The lesson's name, after which the file is named. */
  @property() heading = '';
  /** Whenever it changes, the blocks have. */
  @property({ type: Number }) version = 0;
  /** Ids of the blocks that run. */
  @property({ attribute: false }) glowing: ReadonlySet<string> = new Set();
  @property({ attribute: false }) selected: string | null = null;

  @state() private languages: readonly CodeLanguage[] = matchMedia('(min-width: 1600px)').matches
    ? ['javascript', 'python']
    : ['javascript'];
  @state() private shown: Partial<Record<CodeLanguage, Shown>> = {};
  /** The block at which somebody is who moves along the text. */
  @state() private reading: string | null = null;
  @state() private said = '';

  private readonly marked = new BlockInText();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked for; only the newest answer counts. */
  private asked = 0;
  private speaks = language();

  override connectedCallback(): void {
    super.connectedCallback();
    // For the first time, what it is about comes with the first update.
    if (this.hasUpdated) void this.renew();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.asked += 1;
    this.marked.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('selected') && this.selected !== null) this.read(null);
    const spoken = language();
    const anew = changed.has('editor') || spoken !== this.speaks;
    this.speaks = spoken;
    if (anew || !this.hasUpdated) void this.renew();
    else if (changed.has('version') || changed.has('wiring') || changed.has('heading')) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.renew(), this.isLong() ? rest.long : rest.short);
    }
  }

  override render() {
    const both = this.languages.length > 1;
    return html`<header>
        <div class="choice" role="group" aria-label=${msg('Sprache des Textes')}>
          ${this.choice('javascript', names.javascript, ['javascript'])}
          ${this.choice('python', names.python, ['python'])}
          ${this.choice('both', msg('Beide'), ['javascript', 'python'])}
        </div>
        <div class="take">
          ${both ? nothing : this.languages.map((one) => this.copyButton(one))}
          <button type="button" data-test="code-download" title=${msg('Als .py herunterladen')} @click=${this.download}>
            ${lineIcon('download')}<span>${msg('Als .py herunterladen')}</span>
          </button>
        </div>
      </header>
      <div class="texts ${both ? 'both' : ''}">
        ${this.languages.map((one) => this.pane(one, both))}
      </div>
      <p class="said" role="status">${this.said}</p>`;
  }

  private choice(name: string, label: string, languages: readonly CodeLanguage[]) {
    const on = languages.join() === this.languages.join();
    return html`<button
      type="button"
      data-test="code-${name}"
      aria-pressed=${on}
      @click=${() => this.choose(languages)}
    >${label}</button>`;
  }

  private pane(one: CodeLanguage, titled: boolean) {
    const shown = this.shown[one];
    const code = shown && 'code' in shown ? shown.code : undefined;
    return html`<section aria-label=${names[one]} data-test="code-pane-${one}">
      ${titled ? html`<div class="title"><h3>${names[one]}</h3>${this.copyButton(one)}</div>` : nothing}
      ${
        code
          ? html`<sb-code-text
                .code=${code}
                .language=${one}
                .label=${msg(str`Dein Programm in ${names[one]}`)}
                .glowing=${this.glowing}
                .selected=${this.reading ?? this.selected}
                @text-chosen=${this.onTextChosen}
              ></sb-code-text>`
          : html`<p class="none" data-test="code-none">${this.noText(shown)}</p>`
      }
    </section>`;
  }

  private copyButton(one: CodeLanguage) {
    const shown = this.shown[one];
    return html`<button
      type="button"
      data-test="code-copy-${one}"
      title=${msg('Kopieren')}
      aria-label=${msg(str`${names[one]} kopieren`)}
      ?disabled=${!shown || !('code' in shown)}
      @click=${() => this.copy(one)}
    >${lineIcon('copy')}</button>`;
  }

  private noText(shown: Shown | undefined): string {
    if (!shown) return msg('Der Text kommt …');
    if ('problem' in shown) return problemText(shown.problem);
    return whyNone(shown.none ?? 'no-blocks');
  }

  private choose(languages: readonly CodeLanguage[]): void {
    this.languages = languages;
    this.said = '';
    void this.renew();
  }

  /** Makes the texts that are looked at. */
  private async renew(): Promise<void> {
    clearTimeout(this.timer);
    this.asked += 1;
    const { asked } = this;
    const { languages } = this;
    const made = await Promise.all(languages.map(async (one) => [one, await this.make(one)] as const));
    if (asked === this.asked) this.shown = { ...this.shown, ...Object.fromEntries(made) };
  }

  private async make(one: CodeLanguage): Promise<Shown> {
    const { editor, wiring, heading } = this;
    if (!editor) return { none: 'no-editor' };
    try {
      return await codeOf(editor, one, { wiring, title: heading, language: language() });
    } catch (thrown) {
      return { problem: problemOf(thrown) };
    }
  }

  private isLong(): boolean {
    return Object.values(this.shown).some((one) => 'code' in one && one.code.text.length > longest);
  }

  private onTextChosen({ detail: { block, enter } }: TextChosen): void {
    if (enter && block !== null) {
      this.read(null);
      this.dispatchEvent(new CustomEvent('block-chosen', { detail: { block } }));
    } else this.read(block);
  }

  private read(block: string | null): void {
    this.reading = block;
    this.marked.show(this.editor?.blockly?.workspace, block);
  }

  private async download(): Promise<void> {
    const shown = await this.make('python');
    if ('code' in shown) {
      const name = await pythonFileName(this.heading);
      downloadText(shown.code.text, name);
      this.said = msg(str`${name} ist heruntergeladen.`);
    } else this.said = this.noText(shown);
  }

  private async copy(one: CodeLanguage): Promise<void> {
    const shown = this.shown[one];
    if (!shown || !('code' in shown)) return;
    this.said = (await copyText(shown.code.text))
      ? msg('Kopiert.')
      : msg('Dein Browser lässt kein Kopieren zu. Markiere den Text und drücke Strg+C.');
  }

  static override styles = codeStyles;
}

function whyNone(why: NoCode): string {
  switch (why) {
    case 'no-hat':
      return msg(
        'Hier steht noch nichts: Kein Block hängt an einem Startblock. Häng deine Blöcke unter „wenn das Programm startet“.',
      );
    default:
      return msg('Hier steht gleich dein Programm als Text.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-code': SbCode;
  }
}
