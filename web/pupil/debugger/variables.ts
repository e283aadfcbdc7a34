import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { writeNumber } from '../../../lessons/blocks/number-field.ts';
import { categoryColours } from '../../../lessons/blocks/theme.ts';
import { language } from '../../locales/locale.ts';

type Value = boolean | number | string;

/** The variables of the program that runs, or ran last, with their present values. */
@customElement('sb-variables')
@localized()
export class SbVariables extends LitElement {
  /** By their names in the program's source. */
  @property({ attribute: false }) values: ReadonlyMap<string, Value> = new Map();
  /** What the pupil calls them, by their names in the source. */
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();
  @property({ type: Boolean }) running = false;

  protected override render() {
    if (this.values.size === 0) return html`<p>${this.emptySentence()}</p>`;
    return html`<dl aria-label=${msg('Variablen')} ?data-over=${!this.running}>
      ${[...this.values].map(
        ([name, value]) => html`<div data-name=${name} data-test="variable">
          <dt>${this.names.get(name) ?? name}</dt>
          <dd class=${typeof value}>${shown(value)}</dd>
        </div>`,
      )}
    </dl>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('values');
    if (!before || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>('[data-name]')) {
      const name = row.dataset.name ?? '';
      if (!before.has(name) || before.get(name) === this.values.get(name)) continue;
      const glow = getComputedStyle(this).getPropertyValue('--sb-waiting-soft');
      row
        .querySelector('dd')
        ?.animate([{ backgroundColor: glow }, {}], { duration: 500, easing: 'ease-out' });
    }
  }

  private emptySentence(): string {
    return this.running
      ? msg('Dein Programm hat keine Variablen.')
      : msg('Starte dein Programm, dann siehst du hier, was in deinen Variablen steht.');
  }

  static override styles = css`
    :host {
      display: block;
      overflow-y: auto;
      color: var(--sb-ink);
      font: var(--sb-text-m) var(--sb-font);
    }
    p {
      margin: var(--sb-space-4);
      color: var(--sb-ink-quiet);
    }
    dl {
      display: grid;
      grid-template-columns: fit-content(50%) 1fr;
      margin: 0;
      padding: var(--sb-space-2) var(--sb-space-3);
    }
    dl > div {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
      gap: var(--sb-space-3);
      align-items: center;
      padding: var(--sb-space-1) 0;
    }
    dl > div + div {
      border-top: 1px solid var(--sb-line);
    }
    dt {
      justify-self: start;
      box-sizing: border-box;
      max-width: 100%;
      overflow: hidden;
      padding: var(--sb-space-1) var(--sb-space-3);
      border-radius: 999px;
      background: ${unsafeCSS(categoryColours.variables)};
      color: #ffffff;
      font-weight: 600;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    dd {
      min-width: 0;
      margin: 0;
      padding: var(--sb-space-1) var(--sb-space-2);
      border-radius: var(--sb-radius-s);
      font-family: var(--sb-font-code);
      font-variant-numeric: tabular-nums;
      overflow-wrap: anywhere;
    }
    [data-over] dd {
      color: var(--sb-ink-quiet);
    }
  `;
}

/** A value as people read it. */
function shown(value: Value): string {
  if (typeof value === 'boolean') return value ? msg('wahr') : msg('falsch');
  return typeof value === 'number' ? writeNumber(value, language()) : value;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-variables': SbVariables;
  }
}
