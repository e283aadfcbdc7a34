import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { CodeText } from '../../../lessons/blocks/code-text.ts';
import { codeTextStyles } from './code-text-styles.ts';
import { type CodeLanguage, colourCode, longest } from './colour-code.ts';
import { Places } from './places.ts';

/** The text of a block was chosen: `enter` by a press that asks to go to the block, else by moving along. */
export type TextChosen = CustomEvent<{ block: string | null; enter: boolean }>;

/** How long a block must glow before its text is brought into view, ms: a text that jumps at full speed is not read. */
const lingering = 400;

/**
 * A program to be read, line by line. Arrow keys go from line to line, and along a line from block to block. Fires
 * `text-chosen` with the block at that place.
 */
@customElement('sb-code-text')
export class SbCodeText extends LitElement {
  @property({ attribute: false }) code: CodeText = { text: '', marks: [] };
  @property() language: CodeLanguage = 'javascript';
  /** What the text is, for screen readers. */
  @property() label = '';
  @property({ attribute: false }) glowing: ReadonlySet<string> = new Set();
  @property({ attribute: false }) selected: string | null = null;

  /** The sign at which the reader is. */
  @state() private caret = 0;
  @query('.text') private list!: HTMLElement;
  private places = new Places({ text: '', marks: [] });
  private follow: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.follow);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('code')) return;
    this.places = new Places(this.code);
    this.caret = Math.min(this.caret, Math.max(0, this.code.text.length - 1));
  }

  override render() {
    const line = this.places.lineAt(this.caret);
    return html`<div
      class="text ${this.code.text.length > longest ? 'long' : ''}"
      role="listbox"
      tabindex="0"
      aria-label=${this.label}
      aria-activedescendant="line-${line}"
      @keydown=${this.onKey}
      @click=${this.onClick}
    >
      <div class="under" aria-hidden="true">
        ${this.boxes(this.selected === null ? [] : [this.selected], 'selected')}${this.boxes(this.glowing, 'glowing')}
        <div class="here" style="--line:${line}"></div>
      </div>
      ${guard([this.code, this.language], () => this.lines())}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('glowing')) {
      clearTimeout(this.follow);
      this.follow = setTimeout(() => this.showBlock([...this.glowing][0]), lingering);
    }
    if (changed.has('selected') || changed.has('code')) this.showBlock(this.selected ?? undefined);
  }

  private lines() {
    return colourCode(this.code.text, this.language).map(
      (tokens, line) => html`<div
        id="line-${line}"
        class="line"
        role="option"
        aria-selected="false"
        aria-label=${tokens.length === 0 ? line + 1 : nothing}
        data-line=${line}
        ><span class="count" aria-hidden="true">${line + 1}</span
        >${tokens.map(({ at, text, kind }) => html`<span class=${kind} data-at=${at}>${text}</span>`)}</div>`,
    );
  }

  private boxes(blocks: Iterable<string>, kind: string) {
    return [...blocks].flatMap((block) =>
      this.places.placesOf(block).map(
        ({ line, lines, from, to }) =>
          html`<div
            class="box ${kind} ${lines > 1 ? 'tall' : ''}"
            data-block=${block}
            style="--line:${line};--lines:${lines};--from:${from};--to:${to}"
          ></div>`,
      ),
    );
  }

  private onClick(event: MouseEvent): void {
    // Who drags over the text wants to copy it.
    if (getSelection()?.type === 'Range') return;
    const at = this.signUnder(event);
    if (at !== undefined) this.goTo(at, true);
  }

  /** The sign under the pointer; what stands behind a line's end counts as its beginning. */
  private signUnder(event: MouseEvent): number | undefined {
    const [target] = event.composedPath();
    if (!(target instanceof HTMLElement)) return undefined;
    const token = target.closest<HTMLElement>('[data-at]');
    if (!token) {
      const line = target.closest<HTMLElement>('[data-line]')?.dataset.line;
      return line === undefined ? undefined : this.places.wordsOf(Number(line));
    }
    const { left, width } = token.getBoundingClientRect();
    const { length } = token.textContent;
    const over = Math.floor(((event.clientX - left) / Math.max(1, width)) * length);
    return Number(token.dataset.at) + Math.min(length - 1, Math.max(0, over));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = this.keyGoal(event.key);
    if (to !== undefined) {
      this.goTo(to, false);
      this.show(this.places.lineAt(to));
    } else if (event.key === 'Enter' || event.key === ' ') this.goTo(this.caret, true);
    else return;
    event.preventDefault();
  }

  private keyGoal(key: string): number | undefined {
    const { places } = this;
    const line = places.lineAt(this.caret);
    const last = Math.max(0, places.lineAt(this.code.text.length) - 1);
    switch (key) {
      case 'ArrowDown':
        return places.wordsOf(Math.min(last, line + 1));
      case 'ArrowUp':
        return places.wordsOf(Math.max(0, line - 1));
      case 'Home':
        return places.wordsOf(0);
      case 'End':
        return places.wordsOf(last);
      case 'ArrowRight':
        return places.stopsIn(line).find((stop) => stop > this.caret) ?? this.caret;
      case 'ArrowLeft':
        return places.stopsIn(line).findLast((stop) => stop < this.caret) ?? this.caret;
      default:
        return undefined;
    }
  }

  private goTo(at: number, enter: boolean): void {
    this.caret = at;
    const block = this.places.blockAt(at) ?? null;
    this.dispatchEvent(new CustomEvent('text-chosen', { detail: { block, enter } }));
  }

  private showBlock(block: string | undefined): void {
    const place = block === undefined ? undefined : this.places.placesOf(block)[0];
    // Who reads in the text is left where they are.
    if (place && !this.matches(':focus-within')) this.show(place.line);
  }

  private show(line: number): void {
    this.list.querySelector(`#line-${line}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  static override styles = codeTextStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-code-text': SbCodeText;
  }
}
