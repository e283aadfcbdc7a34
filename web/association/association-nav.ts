import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { navStyles } from './association-nav-styles.ts';
import { type Part, type PartName, partNames, parts } from './association-parts.ts';

/** What a phone's bar always shows; the fourth place is the open part's, or this one's. */
const always: readonly PartName[] = ['dashboard', 'loans', 'assets'];
const fourth: PartName = 'stocktake';

/**
 * The way between the association's parts: a list at the side, on tablets a narrow one, on phones a bar below for the
 * thumb with a sheet of all.
 */
@customElement('sb-association-nav')
@localized()
export class AssociationNav extends LitElement {
  /** The part that is open. */
  @property() at: PartName = 'dashboard';

  /** All parts are shown on a phone. */
  @state() private open = false;
  @query('.more') private more!: HTMLButtonElement;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('at')) this.open = false;
  }

  protected override render() {
    const inBar = [...always, always.includes(this.at) ? fourth : this.at];
    return html`<nav
      aria-label=${msg('Bereiche')}
      class=${this.open ? 'open' : ''}
      @click=${this.onClick}
      @keydown=${this.onKeydown}
      @focusout=${this.onFocusout}
    >
      <div class="bar">
        <ul id="parts">
          ${partNames.map((name) => html`<li class=${inBar.includes(name) ? '' : 'rest'}>${this.renderLink(name)}</li>`)}
        </ul>
        <button
          class="more"
          type="button"
          aria-expanded=${this.open}
          aria-controls="parts"
          data-test="nav-more"
          @click=${() => {
            this.open = !this.open;
          }}
        >
          ${this.open ? lineIcon('x') : lineIcon('menu')}<span>${this.open ? msg('Schließen') : msg('Mehr')}</span>
        </button>
      </div>
    </nav>`;
  }

  private renderLink(name: PartName) {
    const { name: full, short, icon }: Part = parts[name];
    return html`<a href="#${name}" data-test="nav-${name}" aria-current=${name === this.at ? 'page' : nothing}>
      ${icon()}${short ? html`<span class="full">${full()}</span><span class="short">${short()}</span>` : html`<span>${full()}</span>`}
    </a>`;
  }

  /** Beside the bar, or on a part: also the open one, whose address stays. */
  private onClick(event: Event): void {
    const [target] = event.composedPath();
    const onLink = target instanceof Element && target.closest('a') !== null;
    if (target === event.currentTarget || onLink) this.open = false;
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.more.focus();
  }

  private onFocusout({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.renderRoot.contains(relatedTarget)) this.open = false;
  }

  static override styles = [controlStyles, navStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-association-nav': AssociationNav;
  }
}
