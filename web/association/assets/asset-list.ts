import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { AssetKind, AssetLine } from '../../../server/api/contract/lending/assets.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { AssociationLive } from '../live/association-live.ts';
import { assetRow } from './asset-row.ts';
import { assetRowStyles } from './asset-row-styles.ts';
import { onlyQualifiers } from './asset-search.ts';
import { assetStyles } from './asset-styles.ts';
import { emptyStateStyles } from './empty-state.ts';

const pageSize = 50;

/**
 * Things that fit words and qualifiers, as links to each, or with `choosing` as buttons that fire `choose`
 * (`CustomEvent<AssetLine>`). Fires `found` (`CustomEvent<number>`) with each answer.
 */
@customElement('sb-asset-list')
@localized()
export class AssetList extends LitElement {
  @property() text = '';
  @property() kind: AssetKind | '' = '';
  /** The id of the one that is open. */
  @property() selected = '';
  @property({ type: Boolean }) choosing = false;
  /** Things are ticked instead of opened; fires `tick` (`CustomEvent<AssetLine>`) for each. */
  @property({ type: Boolean }) ticking = false;
  /** The ids of those that are ticked. */
  @property({ attribute: false }) ticked: ReadonlySet<string> = new Set();
  /** What stands there when there is nothing at all. */
  @property({ attribute: false }) empty: unknown = null;

  @state() private assets: readonly AssetLine[] | null = null;
  @state() private total = 0;
  @state() private problem: Problem | null = null;
  private wanted = pageSize;
  private round = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const later = () => this.later(300);
    new AssociationLive(this, {
      onChange: (what) => {
        if (what === 'asset' || what === 'loan') later();
      },
      onReturn: later,
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('text') && !changed.has('kind')) return;
    this.wanted = pageSize;
    if (changed.has('kind')) this.assets = null;
    // While somebody types, only the last letter is asked for.
    this.later(changed.has('text') && this.text !== '' ? 150 : 0);
  }

  protected override render() {
    return html`<sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${this.assets ? this.renderList(this.assets) : this.problem ? nothing : html`<p class="note" role="status">${msg('Wird geladen …')}</p>`}`;
  }

  private renderList(assets: readonly AssetLine[]) {
    if (assets.length === 0) {
      return this.text || !this.empty
        ? html`<p class="note" role="status">${msg('Nichts passt dazu.')}</p>`
        : this.empty;
    }
    return html`<ul class="plain" data-test="asset-list">
        ${repeat(
          assets,
          ({ id }) => id,
          (asset) => html`<li>${this.renderRow(asset)}</li>`,
        )}
      </ul>
      ${
        assets.length < this.total
          ? html`<button class="button more" type="button" @click=${this.more}>
              ${msg(str`Mehr zeigen (${assets.length} von ${this.total})`)}
            </button>`
          : nothing
      }`;
  }

  private renderRow(asset: AssetLine) {
    if (this.choosing) {
      return html`<button
        class="asset"
        type="button"
        data-test="asset-choice"
        data-code=${asset.code}
        @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: asset }))}
      >
        ${assetRow(asset)}
      </button>`;
    }
    if (this.ticking) {
      return html`<label class="asset ticking" data-test="asset-tick" data-code=${asset.code}>
        <input
          type="checkbox"
          aria-label=${`${asset.code} ${asset.name}`}
          .checked=${this.ticked.has(asset.id)}
          @change=${() => this.dispatchEvent(new CustomEvent('tick', { detail: asset }))}
        />
        ${assetRow(asset)}
      </label>`;
    }
    return html`<a
      class="asset"
      href="#assets/${asset.id}"
      data-test="asset-row"
      data-code=${asset.code}
      aria-current=${asset.id === this.selected ? 'true' : nothing}
      >${assetRow(asset)}</a
    >`;
  }

  /** Asks again now, as after an own change. */
  refresh(): void {
    this.later(0);
  }

  /** All that fit, also those that are not shown yet; at most 500. */
  async all(): Promise<readonly AssetLine[]> {
    return (await call('assets', {}, { text: this.text, limit: 500, ...this.kindWanted() })).assets;
  }

  /** What is looked for by words may be anything. */
  private kindWanted(): { kind?: AssetKind } {
    return this.kind && onlyQualifiers(this.text) ? { kind: this.kind } : {};
  }

  private more(): void {
    this.wanted = Math.min(500, this.wanted + 100);
    this.later(0);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), ms);
  }

  private async load(): Promise<void> {
    this.round += 1;
    const round = this.round;
    try {
      const { assets, total } = await call(
        'assets',
        {},
        {
          text: this.text,
          limit: this.wanted,
          ...this.kindWanted(),
        },
      );
      if (round !== this.round) return;
      this.assets = assets;
      this.total = total;
      this.dispatchEvent(new CustomEvent('found', { detail: total }));
      this.problem = null;
    } catch (error) {
      if (round === this.round) this.problem = problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    assetStyles,
    assetRowStyles,
    emptyStateStyles,
    css`
      :host {
        display: block;
      }

      .note {
        padding: var(--sb-space-6) var(--sb-space-4);
        color: var(--sb-ink-quiet);
        text-align: center;
        text-wrap: balance;
      }

      .ticking {
        grid-template-columns: auto auto minmax(0, 1fr) auto;
      }

      .more {
        display: flex;
        width: calc(100% - 2 * var(--sb-space-3));
        margin: var(--sb-space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-asset-list': AssetList;
  }
}
