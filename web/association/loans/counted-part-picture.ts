import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../parts/part-picture.ts';
import type { WiredPart } from '../../../device/contract/wiring.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';

const colours: readonly (readonly [NonNullable<WiredPart['color']>, RegExp])[] = [
  ['red', /\b(rot|red)/i],
  ['yellow', /\b(gelb|yellow)/i],
  ['green', /\b(grün|green)/i],
  ['blue', /\b(blau|blue)/i],
  ['white', /\b(weiß|weiss|white)/i],
  ['amber', /\b(orange|amber|bernstein)/i],
];

/** What a counted part looks like: as the board draws it, or a piece of a puzzle where the board knows none. */
@customElement('sb-counted-part-picture')
export class CountedPartPicture extends LitElement {
  /** The kit part that it is (`led`), or empty. */
  @property() icon = '';
  /** What it is called: words for colours in it colour an LED. */
  @property() name = '';

  @state() private wired: WiredPart | null = null;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('icon')) void this.load(this.icon);
  }

  protected override render() {
    const color = colours.find(([, words]) => words.test(this.name))?.[0];
    return this.wired
      ? html`<sb-part-picture .wired=${color ? { ...this.wired, color } : this.wired}></sb-part-picture>`
      : html`<span aria-hidden="true">${lineIcon('puzzle')}</span>`;
  }

  private async load(icon: string): Promise<void> {
    this.wired = null;
    if (!icon) return;
    try {
      const { partGuides } = await import('../../../lessons/parts/index.ts');
      const parts = partGuides.get(icon)?.wiring.parts ?? [];
      if (this.icon === icon) this.wired = parts.find(({ type }) => type === icon) ?? null;
    } catch {
      // Without a connection the puzzle piece stays; its name stands beside it.
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        width: 3rem;
        height: 3rem;
        flex: none;
      }

      sb-part-picture {
        width: 100%;
        height: 100%;
      }

      span {
        display: grid;
        place-items: center;
        height: 100%;
        color: var(--sb-ink-quiet);
      }

      span svg.lucide {
        width: 1.75rem;
        height: 1.75rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-counted-part-picture': CountedPartPicture;
  }
}
