import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { Blocks } from '../../../server/live/contract/live.ts';
import { dateLocale } from '../../locales/locale.ts';
import '../../ui/block-picture.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { agoWords } from './difference-words.ts';
import { versionCardStyles } from './version-card-styles.ts';
import type { Version, VersionBlocks } from './version-list.ts';

/** So small that a short program fits in; the large picture can be read. */
const smallScale = 0.45;

/** A version as a small picture, fetched when it comes into sight. Fires `version-seen` with its blocks when pressed. */
@customElement('sb-version-card')
@localized()
export class SbVersionCard extends LitElement {
  @property({ attribute: false }) version!: Version;
  @property({ attribute: false }) source!: VersionBlocks;
  @property({ attribute: false }) wiring: Wiring = { parts: [] };

  @state() private blocks: Blocks | null = null;
  @state() private missing = false;

  private readonly sight = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) void this.fetch();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('source')) void this.fetch();
  }

  override render() {
    const { kind, current, savedAgoMs, number } = this.version;
    return html`<button type="button" data-test="version" data-number=${number} ?disabled=${!this.blocks} @click=${this.choose}>
      <span class="picture">${
        this.missing
          ? html`<span class="hint">${msg('nicht mehr da')}</span>`
          : html`<sb-block-picture .blocks=${this.blocks} .wiring=${this.wiring} .scale=${smallScale}></sb-block-picture>`
      }</span>
      <span class="when">${agoWords(savedAgoMs, dateLocale())}</span>
      ${current ? html`<span class="mark current">${msg('aktuell')}</span>` : nothing}
      ${kind === 'rejected' ? html`<span class="mark">${msg('nicht übernommen')}</span>` : nothing}
    </button>`;
  }

  private async fetch(): Promise<void> {
    if (this.blocks) return;
    try {
      this.blocks = await this.source.get(this.version.number);
      this.missing = false;
    } catch {
      this.missing = true;
    }
  }

  private readonly choose = () => {
    this.dispatchEvent(new CustomEvent('version-seen', { detail: this.blocks }));
  };

  static override styles = [controlStyles, versionCardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-version-card': SbVersionCard;
  }
}
