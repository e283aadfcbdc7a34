import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PartGuide } from '../../lessons/parts/index.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import type { BoardInput } from '../board/board.ts';
import '../board/board.ts';
import { type Language, language } from '../locales/locale.ts';
import '../pupil/blocks-editor.ts';
import type { SbBlocks } from '../pupil/blocks-editor.ts';
import '../pupil/console.ts';
import type { BlockChosen } from '../pupil/console.ts';
import { glowingBlocks } from '../pupil/run-view.ts';
import { DoubleEscape } from '../ui/double-escape.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemText } from '../ui/problem-text.ts';
import { partFacts } from './part-facts.ts';
import { TryOut } from './try-out.ts';

/** One part: how to wire it, what it is in numbers, its blocks, and a virtual Pi that runs them. */
@customElement('sb-part-page')
@localized()
export class SbPartPage extends LitElement {
  @property({ attribute: false }) guide!: PartGuide;
  /** Given, so that a switch of the language draws it anew. */
  @property() speaks: Language = language();

  @state() private starting = false;
  @query('sb-blocks') private editor!: SbBlocks | null;

  private tryOut: TryOut | undefined;
  private readonly doubleEscape = new DoubleEscape(() => void this.tryOut?.stop());

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.doubleEscape);
    this.tryOut = new TryOut(this.guide.wiring, () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.doubleEscape);
    void this.tryOut?.close();
  }

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    const { title, what, steps, warnings, wiring, type, workspace } = this.guide;
    const view = this.tryOut?.view;
    const part = wiring.parts.find((one) => one.type === type) ?? wiring.parts[0]!;
    return html`<main class="part-page" data-part=${type} data-running=${view?.running ?? false}>
      <section class="about">
        <h1 tabindex="-1">${title[this.speaks]}</h1>
        <p class="lead-in">${what[this.speaks]}</p>
        <h2>${msg('So steckst du es')}</h2>
        <ol>${steps.map((step) => html`<li>${step[this.speaks]}</li>`)}</ol>
        ${warnings.map((warning) => html`<p class="warning">${lineIcon('triangle-alert')}<span>${warning[this.speaks]}</span></p>`)}
        ${partFacts(part)}
      </section>
      <section class="bench" aria-label=${msg('Der Pi und seine Verkabelung')}>
        <sb-board
          interactive
          online
          .wiring=${wiring}
          .board=${view?.board}
          ?running=${view?.running ?? false}
          @board-input=${(event: BoardInput) => this.tryOut?.input(event.detail)}
        ></sb-board>
      </section>
      <section class="try" aria-label=${msg('Ein Programm dazu')}>
        <div class="go">
          <h2>${msg('Probier es aus')}</h2>
          ${
            view?.running
              ? html`<button type="button" class="stop" data-test="stop" @click=${() => this.tryOut?.stop()}>■ ${msg('Stopp')}</button>`
              : html`<button type="button" class="run" data-test="run" ?disabled=${this.starting} @click=${this.run}>▶ ${this.starting ? msg('Startet …') : msg('Start')}</button>`
          }
        </div>
        <p class="problem" role="alert">${this.tryOut?.problem ? problemText(this.tryOut.problem) : ''}</p>
        <sb-blocks
          read-only
          .wiring=${wiring}
          .blocks=${workspace as Blocks}
          .glowing=${view ? glowingBlocks(view) : new Set<string>()}
          .failed=${view?.failed ? { block: view.failed.block, text: problemText(view.failed.problem) } : null}
        ></sb-blocks>
        <sb-console
          .lines=${view?.lines ?? []}
          @block-chosen=${(event: BlockChosen) => this.editor?.select(event.detail.block)}
        ></sb-console>
      </section>
    </main>`;
  }

  private async run(): Promise<void> {
    const { editor, tryOut } = this;
    if (!editor || !tryOut) return;
    this.starting = true;
    await tryOut.run(() => editor.program());
    this.starting = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-part-page': SbPartPage;
  }
}
