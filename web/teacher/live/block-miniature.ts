import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { Blocks } from '../../../server/live/contract/live.ts';
import { language } from '../../locales/locale.ts';
import { arrange } from './arrange.ts';
import type { DrawnStack, PictureStore } from './picture-store.ts';
import { type Stack, stacksOf } from './stacks.ts';

/** Room around the blocks, in Blockly's px. */
const margin = 4;
/** Pause before pictures are asked for again that could not be loaded, ms. */
const retryPause = 3000;
/** Signs of its words that a screen reader gets. */
const mostWords = 400;

/**
 * A live picture of a seat's blocks: only the stacks that have changed are drawn anew, and until they are, the picture
 * stays as it was. With `whole` it can be read: all blocks, none smaller than readable, those of `glowing` marked.
 * Has the attribute `ready` when it shows its present blocks.
 */
@customElement('sb-block-miniature')
@localized()
export class BlockMiniature extends LitElement {
  /** As Blockly saves them; null: nothing is known yet. */
  @property({ attribute: false }) blocks: Blocks | null = null;
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  @property({ attribute: false }) pictures!: PictureStore;
  @property({ type: Boolean, reflect: true }) whole = false;
  /** Ids of the blocks that run; for `whole` only. */
  @property({ attribute: false }) glowing: ReadonlySet<string> = new Set();
  /** The block that failed; for `whole` only. */
  @property({ attribute: false }) failed: string | null = null;

  @state() private picture: SVGSVGElement | null = null;
  private shown = new Map<string, SVGGElement>();
  private asked: readonly unknown[] = [];
  private drawing = false;
  private retry: ReturnType<typeof setTimeout> | undefined;

  /** A card that moves to another place leaves the page for a moment. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.retry);
    this.asked = [];
  }

  protected override updated(changed: PropertyValues): void {
    const now = [this.blocks, this.wiring, this.whole, language()];
    if (now.some((one, index) => one !== this.asked[index])) {
      this.asked = now;
      if (!this.drawing) void this.draw();
    }
    if (changed.has('glowing') || changed.has('failed') || changed.has('picture')) this.mark();
  }

  protected override render() {
    if (!this.picture) return nothing;
    if (this.picture.childElementCount === 0) return html`<p>${msg('Noch keine Blöcke')}</p>`;
    return this.picture;
  }

  /**
   * One picture after the other, each of what is the newest then: blocks that change faster than they are drawn are
   * still seen changing, and never wait in a line of their own.
   */
  private async draw(): Promise<void> {
    clearTimeout(this.retry);
    this.drawing = true;
    this.toggleAttribute('ready', false);
    try {
      for (let done: readonly unknown[] | null = null; done !== this.asked; ) {
        done = this.asked;
        const { blocks, wiring, pictures, whole } = this;
        if (!blocks) continue;
        const stacks = stacksOf(blocks, { whole });
        const key = `${language()} ${JSON.stringify(wiring)}`;
        const drawn = await Promise.all(stacks.map(({ json }) => pictures.picture(json, wiring, key)));
        if (!this.isConnected) return;
        this.compose(stacks, drawn, key);
        this.toggleAttribute('ready', done === this.asked);
      }
    } catch {
      // What draws could not be loaded: the network may be back soon.
      if (this.isConnected) this.retry = setTimeout(() => void this.draw(), retryPause);
    } finally {
      this.drawing = false;
    }
  }

  /** Puts the stacks where they stand. Those that were here before are the same elements. */
  private compose(stacks: readonly Stack[], drawn: readonly (DrawnStack | null)[], key: string): void {
    const before = this.shown;
    this.shown = new Map();
    const groups: SVGGElement[] = [];
    const edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    const there = stacks.flatMap((stack, index) => {
      const one = drawn[index];
      return one ? [{ ...stack, one }] : [];
    });
    const places = this.whole
      ? there
      : arrange(there.map(({ x, y, one }) => ({ x, y, width: one.box.width, height: one.box.height })));
    for (const [index, { json, one }] of there.entries()) {
      const { x, y } = places[index] ?? { x: 0, y: 0 };
      // Two stacks may be alike.
      const name = `${key} ${json} ${there.slice(0, index).filter((other) => other.json === json).length}`;
      const group = before.get(name) ?? groupOf(one.drawing);
      group.setAttribute('transform', `translate(${x} ${y})`);
      this.shown.set(name, group);
      groups.push(group);
      edges.left = Math.min(edges.left, x + one.box.x);
      edges.top = Math.min(edges.top, y + one.box.y);
      edges.right = Math.max(edges.right, x + one.box.x + one.box.width);
      edges.bottom = Math.max(edges.bottom, y + one.box.y + one.box.height);
    }
    const picture = this.picture ?? document.createElementNS(svg, 'svg');
    picture.replaceChildren(...groups);
    if (groups.length > 0) {
      const width = Math.ceil(edges.right - edges.left + 2 * margin);
      const height = Math.ceil(edges.bottom - edges.top + 2 * margin);
      picture.setAttribute('viewBox', `${edges.left - margin} ${edges.top - margin} ${width} ${height}`);
      picture.style.setProperty('--width', `${width}px`);
      picture.style.setProperty('--height', `${height}px`);
    }
    picture.setAttribute('role', 'img');
    picture.setAttribute('preserveAspectRatio', this.whole ? 'xMinYMin meet' : 'xMidYMid meet');
    const words = drawn.flatMap((one) => one?.words ?? []).join(' ');
    picture.setAttribute('aria-label', words.length > mostWords ? `${words.slice(0, mostWords)} …` : words);
    const fresh = this.picture !== picture;
    this.picture = picture;
    if (!fresh) this.requestUpdate();
    this.mark();
  }

  private mark(): void {
    if (!this.whole || !this.picture) return;
    for (const block of this.picture.querySelectorAll('[data-id]')) {
      const id = block.getAttribute('data-id') ?? '';
      block.classList.toggle('glows', this.glowing.has(id));
      block.classList.toggle('failed', this.failed === id);
    }
  }

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
      contain: layout paint style;
    }

    svg {
      display: block;
      width: 100%;
      height: 100%;
      /* Few blocks are not blown up. */
      max-width: var(--width);
      max-height: var(--height);
      margin: auto;
      user-select: none;
    }

    :host([whole]) {
      overflow: auto;
      contain: style;
    }

    :host([whole]) svg {
      width: calc(0.85 * var(--width));
      max-width: none;
      height: calc(0.85 * var(--height));
      max-height: none;
      margin: 0;
    }

    .glows > path:first-of-type {
      stroke: var(--sb-glow);
      stroke-width: 5px;
    }

    .failed > path:first-of-type {
      stroke: var(--sb-stop);
      stroke-width: 5px;
    }

    p {
      display: grid;
      place-items: center;
      height: 100%;
      margin: 0;
      color: var(--sb-ink-quiet);
      font-size: var(--sb-text-s);
    }
  `;
}

const svg = 'http://www.w3.org/2000/svg';

function groupOf(drawing: SVGElement): SVGGElement {
  const group = document.createElementNS(svg, 'g');
  group.append(drawing.cloneNode(true));
  return group;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-block-miniature': BlockMiniature;
  }
}
